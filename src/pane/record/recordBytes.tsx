/** What does the file itself say in this record? Opened below a notice, item by item. */
import { Link } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { NoticeView } from '../../engine/protocol';
import type { RecordView } from '../../engine/recordProtocol';
import { usePane } from '../context';
import { useRecordWords } from './words';

/** null: closed. */
type Open = { readonly view: RecordView | null } | null;

export function RecordBytes({ notice: { file, record } }: { readonly notice: NoticeView }): ReactElement {
  const { acts } = usePane();
  const words = useRecordWords();
  const [open, setOpen] = useState<Open>(null);
  const read = async (): Promise<void> => setOpen({ view: await (await acts.searching()).record(file, record) });
  return (
    <>
      <Link
        as="button"
        inline
        aria-expanded={open !== null}
        aria-label={open === null ? words.openOf(file, record) : words.close}
        onClick={() => (open === null ? void read() : setOpen(null))}
      >
        {open === null ? words.open : words.close}
      </Link>
      {open !== null && (open.view === null ? <p className="secondary">{words.gone}</p> : <Items view={open.view} file={file} record={record} />)}
    </>
  );
}

function Items({ view, file, record }: { readonly view: RecordView; readonly file: string; readonly record: number }): ReactElement {
  const words = useRecordWords();
  const hasPositions = view.items.some(({ from }) => from !== null);
  return (
    <>
      <p className="secondary">{words.about(view.layoutTitle, view.length)}</p>
      <Findings of={view.findings} />
      <table className="totals">
        <caption className="hidden">{words.caption(file, record)}</caption>
        <thead>
          <tr>
            {hasPositions && <th scope="col">{words.positions}</th>}
            <th scope="col">{words.item}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map(({ title, from, length, text, findings }, index) => (
            <tr key={index} className={findings.length === 0 ? '' : 'verdict-error differs'}>
              {hasPositions && <td className="place">{from === null ? '' : length === 1 ? from : `${from}–${from + length - 1}`}</td>}
              <th scope="row">{title}</th>
              <td className="place">
                {text.trim() === '' ? <span className="secondary">{words.blank(text.length)}</span> : <code>{text}</code>}
                <Findings of={findings} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Findings({ of: sentences }: { readonly of: readonly string[] }): ReactElement {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} className="wrong">
          {sentence}
        </p>
      ))}
    </>
  );
}
