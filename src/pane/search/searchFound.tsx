/** What is told where a question does not lead to one slip: several slips, a barcode that is not ours or not sound, or nothing? */
import { Button } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { BarcodeView } from '../../engine/searchProtocol';
import type { SearchAnswer, SlipRow } from '../../engine/protocol';
import { Chip, marksOf } from '../marks';
import { Amount, NotKnown } from '../numbers';
import { shortNumber } from '../slipNumber';
import { useSearchWords } from './useSearchWords';

export function SearchFound({ answer, onClose }: { readonly answer: SearchAnswer; readonly onClose: () => void }): ReactElement {
  const { words: pane } = usePane();
  const words = useSearchWords();
  return (
    <section className="to-check">
      <div className="heading">
        <h2>{words.said(answer)}</h2>
        <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} aria-label={pane.close} onClick={onClose} />
      </div>
      <Details answer={answer} />
    </section>
  );
}

function Details({ answer }: { readonly answer: SearchAnswer }): ReactElement | null {
  const { day } = usePane();
  const words = useSearchWords();
  switch (answer.found) {
    case 'slips':
      return (
        <>
          <Rows rows={answer.rows} />
          {answer.total > answer.rows.length && <p className="secondary">{words.more(answer.total - answer.rows.length)}</p>}
        </>
      );
    case 'barcode':
      return (
        <>
          <Barcode barcode={answer.barcode} />
          <Near near={answer.near} title={answer.barcode.isSound ? words.sameNumber : words.mayBe} />
          <p className="secondary">{words.searched(answer.searched, day)}</p>
        </>
      );
    case 'cutBarcode':
      return (
        <>
          <p>{words.cutBody(answer.digits)}</p>
          <Near near={answer.near} title={words.mayBe} />
        </>
      );
    case 'none':
      return <p>{words.searched(answer.searched, day)}</p>;
    default:
      return null;
  }
}

function Near({
  near: { total, rows },
  title,
}: {
  readonly near: Extract<SearchAnswer, { near: unknown }>['near'];
  readonly title: string;
}): ReactElement | null {
  const words = useSearchWords();
  if (total === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {rows.length === 0 ? <p>{words.tooManyNear(total)}</p> : <Rows rows={rows} />}
    </>
  );
}

function Barcode({ barcode }: { readonly barcode: BarcodeView }): ReactElement {
  const { day, year } = usePane();
  const words = useSearchWords();
  return (
    <>
      <ul className="sentences">
        {words.barcodeAbout(barcode, day, year).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table className="totals">
        <caption className="hidden">{words.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.places}</th>
            <th scope="col">{words.part}</th>
            <th scope="col" className="number">
              {words.digits}
            </th>
          </tr>
        </thead>
        <tbody>
          {barcode.parts.map(({ title, place, digits, fits }) => (
            <tr key={place} className={fits ? '' : 'verdict-error differs'}>
              <td>{words.place(place, digits.length)}</td>
              <th scope="row">{title}</th>
              <td className="number">
                {digits}
                {!fits && <span>{` ${words.wrong}`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly SlipRow[] }): ReactElement {
  const { words, day, year, acts } = usePane();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.slip}>
          <button type="button" className="slip-row" onClick={() => void acts.searching().then((searching) => searching.open(row.slip))}>
            <span className="slip-line">
              <span title={row.slipNumber}>
                {year(row.fiscalYear)} <strong>{shortNumber(row.slipNumber)}</strong>
              </span>
              <span className="number">{row.billedAmount === null ? <NotKnown /> : <Amount value={row.billedAmount} unit={words.yenUnit} />}</span>
            </span>
            <span className="slip-line second">
              <span className="secondary">
                {row.paidDate !== null ? words.paidOn(day(row.paidDate)) : row.dueDate !== null ? words.due(day(row.dueDate)) : words.noDue}
              </span>
              <span className="chips">
                {marksOf(row).map((mark) => (
                  <Chip key={mark} mark={mark} words={words.product} />
                ))}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
