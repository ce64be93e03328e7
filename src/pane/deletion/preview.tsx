/** What would go, and what would stay, in numbers? */
import type { ReactElement } from 'react';
import type { Amounts, DeletionPreview } from '../../export/deletable';
import { usePane } from '../context';
import { Caution } from '../notes';
import { useDeletionWords } from './useDeletionWords';

export function PreviewOf({ preview }: { readonly preview: DeletionPreview }): ReactElement {
  const { state } = usePane();
  const own = useDeletionWords();
  const { losingNotices, undecided, files } = preview;
  const others = state.workbook?.otherTables ?? [];
  return (
    <>
      <AmountsOf title={own.amounts} preview={preview} />
      {files.some(({ fate }) => fate === 'records') && <Caution>{own.partly}</Caution>}
      {losingNotices > 0 && <Caution>{own.losingNotices(losingNotices)}</Caution>}
      {undecided > 0 && <Caution>{own.undecided(undecided)}</Caution>}
      <Sentences title={own.goes} sentences={own.goesToo} />
      <Sentences title={own.staysTitle} sentences={own.stays} />
      {others.length > 0 && <Caution>{own.otherTables(others.map(({ name }) => name))}</Caution>}
    </>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactElement {
  return (
    <>
      <h3>{title}</h3>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

export interface AmountsOfProps {
  readonly title: string;
  readonly preview: DeletionPreview;
}

export function AmountsOf({ title, preview: { slips, details, ledgerRows, files } }: AmountsOfProps): ReactElement {
  const own = useDeletionWords();
  const concerned = files.filter(({ fate }) => fate !== 'kept');
  return (
    <>
      <h3>{title}</h3>
      <table className="totals">
        <thead>
          <tr>
            <th scope="col">{own.amountsHead.what}</th>
            <th scope="col" className="number">
              {own.amountsHead.deleted}
            </th>
            <th scope="col" className="number">
              {own.amountsHead.kept}
            </th>
          </tr>
        </thead>
        <tbody>
          <AmountRow name={own.slips} amounts={slips} />
          <AmountRow name={own.details} amounts={details} />
          {ledgerRows !== null && <AmountRow name={own.ledgerRows} amounts={ledgerRows} />}
        </tbody>
      </table>
      <ul className="fates">
        {concerned.map(({ name, fate }) => (
          <li key={name}>
            <span className="file-name" title={name}>
              {name}
            </span>
            <span className="secondary">{own.fates[fate]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function AmountRow({ name, amounts: { deleted, kept } }: { readonly name: string; readonly amounts: Amounts }): ReactElement {
  const { words } = usePane();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number strong">{words.count(deleted)}</td>
      <td className="number">{words.count(kept)}</td>
    </tr>
  );
}
