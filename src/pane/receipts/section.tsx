/** 他の収納 in 取込: how many receipts does the workbook know, and how does the clerk bring more? */
import { Button, Select } from '@fluentui/react-components';
import { ReceiptMoney16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { RECEIPT_COLUMNS, type ReceiptColumn } from '../../reconcile/receiptRows';
import type { Received } from '../acts/receiving';
import { usePane } from '../context';
import { ColumnMatching } from '../import/columnMatching';
import { Caution, Note } from '../notes';
import { useReceiptsWords } from './useReceiptsWords';

const REQUIRED: readonly ReceiptColumn[] = ['fiscalYear', 'slipNumber', 'receivedDate', 'receivedAmount'];

export function ReceiptsSection(): ReactElement {
  const { state, acts, dispatch } = usePane();
  const words = useReceiptsWords();
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [received, setReceived] = useState<Received | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [recognised, setRecognised] = useState<readonly string[]>([]);
  const held = state.workbook?.receipts?.rows ?? 0;
  const tables = state.workbook?.otherTables ?? [];
  const taking = async (take: () => Promise<Received | null>): Promise<void> => {
    setReading(true);
    setProblem(null);
    const end = await take();
    setReceived(end);
    setReading(false);
    if (end?.code === 'added') acts.say(words.added(end.list.name, end.added, end.standing));
  };
  // Among what was dropped or chosen as files: nobody has said that it is one.
  const { receipts } = state;
  useEffect(() => {
    if (receipts.length === 0 || isReading) return;
    dispatch({ type: 'receiptsTaken' });
    setRecognised(receipts.map(({ name }) => name));
    void (async () => {
      for (const list of receipts) await taking(async () => (await acts.receiving()).take(list, words.sheet));
    })();
  });
  return (
    <section>
      <h2>{words.title}</h2>
      {recognised.length > 0 && <Note>{words.recognised(recognised)}</Note>}
      {held === 0 ? (
        <p className="secondary">{words.none}</p>
      ) : (
        <div className="file">
          <ReceiptMoney16Regular aria-hidden="true" />
          <div className="file-text">
            <span className="secondary">{words.held(held)}</span>
          </div>
        </div>
      )}
      <input
        type="file"
        hidden
        accept=".csv,text/csv"
        data-picker="receipts"
        ref={input}
        onChange={({ currentTarget }) => {
          const [file] = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (file !== undefined) void taking(async () => (await acts.receiving()).give(file, words.sheet));
        }}
      />
      <div className="choices">
        <Button disabledFocusable={isReading} onClick={() => input.current?.click()}>
          {words.addFile}
        </Button>
        {tables.length > 0 && (
          <Select
            className="tables"
            value=""
            aria-label={words.addTable}
            onChange={(_, { value }) => void taking(async () => (await acts.receiving()).useTable(value, words.sheet))}
          >
            <option value="" disabled hidden>
              {words.addTable}
            </option>
            {tables.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
        <Button
          appearance="subtle"
          onClick={() =>
            void acts
              .receiving()
              .then((receiving) => receiving.open(words.sheet))
              .then((end) => setProblem(end === null ? null : words.problem(end)))
          }
        >
          {words.open}
        </Button>
      </div>
      {isReading && <p className="secondary">{words.reading}</p>}
      {problem !== null && (
        <div role="alert">
          <Caution>{problem}</Caution>
        </div>
      )}
      {received !== null && !isReading && (
        <Outcome key={received.list.name} received={received} onMatched={(list) => void taking(async () => (await acts.receiving()).take(list, words.sheet))} />
      )}
    </section>
  );
}

interface OutcomeProps {
  readonly received: Received;
  readonly onMatched: (list: Received['list']) => void;
}

function Outcome({ received, onMatched }: OutcomeProps): ReactElement {
  const { words: pane } = usePane();
  const words = useReceiptsWords();
  const { list } = received;
  if (received.code === 'added') return <Note>{words.added(list.name, received.added, received.standing)}</Note>;
  const sentence =
    received.code === 'problem'
      ? words.problem(received.problem)
      : words.refused(list.name, received.code === 'refused' ? pane.product.ledgerRefusal(received.refusal) : pane.product.csvProblem(received.problem));
  const columns = received.code === 'refused' && received.refusal.code !== 'noDataRow' ? received.refusal.columns : [];
  return (
    <div role="alert">
      <Caution>{sentence}</Caution>
      {columns.length > 0 && (
        <ColumnMatching
          columns={columns}
          names={RECEIPT_COLUMNS}
          labels={words.columns}
          required={REQUIRED}
          note={words.matchNote}
          onMatched={(match) => onMatched({ ...list, headers: headersOf(match) })}
        />
      )}
    </div>
  );
}

/** Found name -> ours. */
function headersOf(match: Readonly<Partial<Record<ReceiptColumn, string>>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [column, found] of Object.entries(match)) if (found !== '') headers[found] = RECEIPT_COLUMNS[column as ReceiptColumn];
  return headers;
}
