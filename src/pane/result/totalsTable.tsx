/** Do the files' own totals agree with their records? Both values, the difference and the place for each that does not. */
import { Checkmark16Regular, ErrorCircle16Filled, Subtract16Regular, type FluentIcon } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView, TotalView } from '../../engine/protocol';
import { Caution } from '../notes';
import { Amount } from '../numbers';
import { Section } from './section';
import { totalRows, uncheckedReasons, type Judgement, type TotalRow } from './totals';

/** More differing totals of one kind than these are only counted. */
const MOST_DIFFERING = 3;
const JUDGEMENT_ICONS: Record<Judgement, FluentIcon> = { agrees: Checkmark16Regular, differs: ErrorCircle16Filled, unchecked: Subtract16Regular };

type PlaceOf = (total: TotalView) => { readonly file: string | null; readonly group: number | null };

/** A file is named where there are several, a group where its file has several. */
function placesIn(totals: readonly TotalView[]): PlaceOf {
  const files = new Set(totals.map(({ file }) => file));
  const grouped = new Set(totals.filter(({ group }) => (group ?? 1) > 1).map(({ file }) => file));
  return ({ file, group }) => ({ file: files.size > 1 ? file : null, group: grouped.has(file) ? group : null });
}

export function TotalsTable({ result }: { readonly result: RunView }): ReactElement {
  const { words } = usePane();
  const rows = totalRows(result.totals);
  const { kind, count, amount, judgement } = words.totalsHead;
  const placeOf = placesIn(result.totals);
  return (
    <Section name="totals" title={words.totalsTitle} beside={words.details(result.verdict.details)}>
      {rows.length === 0 ? (
        <p>{words.nothingRead}</p>
      ) : (
        <table className="totals">
          <thead>
            <tr>
              <th scope="col">{kind}</th>
              <th scope="col" className="number">
                {count}
              </th>
              <th scope="col" className="number">
                {amount}
              </th>
              <th scope="col" className="judgement">
                {judgement}
              </th>
            </tr>
          </thead>
          {rows.map((row) => (
            <KindRows key={row.kind ?? 'records'} row={row} placeOf={placeOf} />
          ))}
        </table>
      )}
      <Reasons result={result} />
    </Section>
  );
}

function KindRows({ row, placeOf }: { readonly row: TotalRow; readonly placeOf: PlaceOf }): ReactElement {
  const { words } = usePane();
  const { kind, count, amount, judgement, differing } = row;
  const Icon = JUDGEMENT_ICONS[judgement];
  const more = differing.length - MOST_DIFFERING;
  return (
    <tbody className={judgement === 'differs' ? 'differs verdict-mismatch' : ''}>
      <tr>
        <th scope="row">{kind === null ? words.recordCount : words.kinds[kind]}</th>
        <td className="number">
          <Amount value={count} />
        </td>
        <td className="number">{amount === null ? null : <Amount value={amount} />}</td>
        <td className={`judgement ${judgement}`}>
          <Icon aria-hidden="true" />
          {words[judgement]}
        </td>
      </tr>
      {differing.slice(0, MOST_DIFFERING).map((total) => (
        <tr key={`${total.file} ${total.group} ${total.item}`} className="detail">
          <td colSpan={4}>
            <Differing total={total} placeOf={placeOf} />
          </td>
        </tr>
      ))}
      {more > 0 && (
        <tr className="detail">
          <td colSpan={4}>{words.moreDiffering(more)}</td>
        </tr>
      )}
    </tbody>
  );
}

function Differing({ total, placeOf }: { readonly total: TotalView; readonly placeOf: PlaceOf }): ReactElement {
  const { words } = usePane();
  const { measure, declared, counted } = total;
  const { file, group } = placeOf(total);
  const difference = counted - declared!;
  const unit = measure === 'amount' ? words.yenUnit : words.countUnit;
  return (
    <>
      {(file !== null || group !== null) && <p className="place">{words.differingPlace(file, group)}</p>}
      <dl className="two-values">
        <dt>{words.declared}</dt>
        <dd>
          <Amount value={declared!} unit={unit} />
        </dd>
        <dt>{words.counted}</dt>
        <dd>
          <Amount value={counted} unit={unit} />
        </dd>
        <dt>{words.difference}</dt>
        <dd>
          <strong>
            <Amount value={difference} unit={unit} signed />
          </strong>
        </dd>
        <dd className="meaning">{words.differenceSentence(difference, measure)}</dd>
      </dl>
    </>
  );
}

/** What was not compared and why, and which layouts nobody has confirmed. */
function Reasons({ result }: { readonly result: RunView }): ReactElement {
  const { words } = usePane();
  const unverified = [...new Set(result.files.filter(({ verified }) => !verified).map(({ layoutTitle }) => layoutTitle))];
  return (
    <>
      {uncheckedReasons(result.totals).map(({ reason, items }) => (
        <Caution key={reason}>
          {words.uncheckedItems(items)}
          {words.product.uncheckedReasons[reason]}
        </Caution>
      ))}
      {unverified.map((layout) => (
        <Caution key={layout}>{words.layoutUnverified(layout)}</Caution>
      ))}
    </>
  );
}
