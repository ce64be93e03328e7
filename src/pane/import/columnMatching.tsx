/** Which of the found columns is which, when their names are not ours? */
import { Button, Field, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../reconcile/ledger';
import { usePane } from '../context';
import { Caution } from '../notes';
import { visible } from '../../words/visible';

type Match = Partial<Record<LedgerColumn, string>>;

const COLUMNS = Object.keys(LEDGER_COLUMNS) as LedgerColumn[];
const REQUIRED: readonly LedgerColumn[] = ['fiscalYear', 'slipNumber', 'dueDate', 'billedAmount'];

/** Columns that have our name already are matched from the start. */
export function matchByName(columns: readonly string[]): Match {
  const match: Match = {};
  for (const column of COLUMNS) if (columns.includes(LEDGER_COLUMNS[column])) match[column] = LEDGER_COLUMNS[column];
  return match;
}

export function ColumnMatching({ columns }: { readonly columns: readonly string[] }): ReactElement {
  const { words, acts } = usePane();
  const [match, setMatch] = useState<Match>(() => matchByName(columns));
  const chosen = Object.values(match).filter((found) => found !== '');
  const double = chosen.find((found, index) => chosen.indexOf(found) < index);
  const isWhole = double === undefined && REQUIRED.every((column) => (match[column] ?? '') !== '');
  return (
    <form
      className="matching"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void acts.choosing.matchColumns(match);
      }}
    >
      <p className="secondary">{words.matchNote}</p>
      {COLUMNS.map((column) => {
        const isRequired = REQUIRED.includes(column);
        const name = words.ledgerColumns[column];
        return (
          <Field key={column} orientation="horizontal" size="small" label={isRequired ? `${name}${words.required}` : name}>
            <Select size="small" value={match[column] ?? ''} onChange={(_, { value }) => setMatch({ ...match, [column]: value })}>
              <option value="">{words.noColumn}</option>
              {columns
                .filter((found) => found !== '')
                .map((found) => (
                  <option key={found} value={found}>
                    {visible(found)}
                  </option>
                ))}
            </Select>
          </Field>
        );
      })}
      <div role="alert">{double !== undefined && <Caution>{words.chosenForTwo(double)}</Caution>}</div>
      <Button type="submit" appearance="primary" disabledFocusable={!isWhole}>
        {words.useMatch}
      </Button>
    </form>
  );
}
