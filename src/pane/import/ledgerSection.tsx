/** Which ledger is used, and can it be read? */
import { Button, Select } from '@fluentui/react-components';
import { BookDatabase16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../reconcile/ledger';
import type { LedgerRefusal } from '../../reconcile/table';
import { usePane } from '../context';
import type { InspectedLedger } from '../../engine/protocol';
import { Caution } from '../notes';
import { FOCUS } from '../state/focus';
import { namesMissing } from '../state/readiness';

/** Needed where a ledger has other names than ours. */
const ColumnMatching = lazy(async () => ({ default: (await import('./columnMatching')).ColumnMatching<LedgerColumn> }));

const REQUIRED: readonly LedgerColumn[] = ['fiscalYear', 'slipNumber', 'dueDate', 'billedAmount'];

export function LedgerSection(): ReactElement {
  const { state, words } = usePane();
  return (
    <section>
      <h2>{words.ledger}</h2>
      {state.ledger === null ? <NoLedger /> : <ChosenLedger name={state.ledger.name} found={state.inspection?.ledger ?? null} />}
    </section>
  );
}

function NoLedger(): ReactElement {
  const { state, words, ask } = usePane();
  const held = state.workbook?.ledger ?? null;
  const missing = namesMissing(state);
  return (
    <>
      {held === null ? (
        <p className="secondary">{words.noLedger}</p>
      ) : (
        <div className="file">
          <BookDatabase16Regular aria-hidden="true" />
          <div className="file-text">
            <span className="file-name" title={held.name}>
              {held.name}
            </span>
            <span className="secondary">{words.heldLedger(held.slips)}</span>
          </div>
        </div>
      )}
      {missing.length > 0 && <Caution>{words.namesMissing(missing)}</Caution>}
      <div className="choices">
        <Button id={FOCUS.chooseLedger} onClick={ask.ledger}>
          {held === null ? words.chooseLedger : words.replaceLedger}
        </Button>
        <TableChoice />
      </div>
    </>
  );
}

function TableChoice(): ReactElement | null {
  const { state, words, acts } = usePane();
  const tables = state.workbook?.otherTables ?? [];
  if (tables.length === 0) return null;
  return (
    <Select className="tables" value="" aria-label={words.chooseTable} onChange={(_, { value }) => void acts.choosing.useTable(value)}>
      <option value="" disabled hidden>
        {words.chooseTable}
      </option>
      {tables.map(({ name, sheet }) => (
        <option key={name} value={name}>
          {words.tableChoice(name, sheet)}
        </option>
      ))}
    </Select>
  );
}

function ChosenLedger({ name, found }: { readonly name: string; readonly found: InspectedLedger | null }): ReactElement {
  const { words, acts } = usePane();
  return (
    <>
      <div className="file">
        <BookDatabase16Regular aria-hidden="true" />
        <div className="file-text">
          <span className="file-name" title={name}>
            {name}
          </span>
          <span className="secondary">{found === null ? words.inspecting : found.standing === 'ok' ? words.ledgerAbout(found) : words.ledgerRefused}</span>
        </div>
        <Button appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.removeLedger(name)} onClick={() => void acts.choosing.removeLedger()} />
      </div>
      {found?.standing === 'unreadable' && <Refused sentence={words.product.csvProblem(found.problem)} refusal={null} />}
      {found?.standing === 'unfit' && <Refused sentence={words.ledgerUnfit(found.unfit)} refusal={null} />}
      {found?.standing === 'refused' && <Refused sentence={words.product.ledgerRefusal(found.refusal)} refusal={found.refusal} />}
    </>
  );
}

function Refused({ sentence, refusal }: { readonly sentence: string; readonly refusal: LedgerRefusal | null }): ReactElement {
  const { words, ask } = usePane();
  const [isMatching, setMatching] = useState(false);
  const canMatch = refusal !== null && refusal.code !== 'noDataRow' && refusal.columns.length > 0;
  return (
    <div role="alert">
      <Caution>{sentence}</Caution>
      <div className="choices">
        <Button onClick={ask.ledger}>{words.chooseLedgerAgain}</Button>
        {canMatch && (
          <Button aria-expanded={isMatching} onClick={() => setMatching(!isMatching)}>
            {words.matchColumns}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>{isMatching && canMatch && <LedgerMatching columns={refusal.columns} />}</Suspense>
    </div>
  );
}

function LedgerMatching({ columns }: { readonly columns: readonly string[] }): ReactElement {
  const { words, acts } = usePane();
  return (
    <ColumnMatching
      columns={columns}
      names={LEDGER_COLUMNS}
      labels={words.ledgerColumns}
      required={REQUIRED}
      note={words.matchNote}
      onMatched={(match) => void acts.choosing.matchColumns(match)}
    />
  );
}
