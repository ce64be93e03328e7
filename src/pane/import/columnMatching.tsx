/** Which of the found columns is which, when their names are not ours? Of a ledger, or of a list of receipts. */
import { Button, Field, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { usePane } from '../context';
import { Caution } from '../notes';

export interface ColumnMatchingProps<Column extends string> {
  /** As they were found. */
  readonly columns: readonly string[];
  /** Ours, in the data and for the clerk. */
  readonly names: Readonly<Record<Column, string>>;
  readonly labels: Readonly<Record<Column, string>>;
  readonly required: readonly Column[];
  readonly note: string;
  /** Empty: no column. */
  readonly onMatched: (match: Readonly<Partial<Record<Column, string>>>) => void;
}

/** Columns that have our name already are matched from the start. */
export function matchByName<Column extends string>(columns: readonly string[], names: Readonly<Record<Column, string>>): Partial<Record<Column, string>> {
  const match: Partial<Record<Column, string>> = {};
  for (const [column, name] of Object.entries(names) as [Column, string][]) if (columns.includes(name)) match[column] = name;
  return match;
}

export function ColumnMatching<Column extends string>({ columns, names, labels, required, note, onMatched }: ColumnMatchingProps<Column>): ReactElement {
  const { words } = usePane();
  const [match, setMatch] = useState<Partial<Record<Column, string>>>(() => matchByName(columns, names));
  const ours = Object.keys(names) as Column[];
  const chosen = ours.map((column) => match[column] ?? '').filter((found) => found !== '');
  const double = chosen.find((found, index) => chosen.indexOf(found) < index);
  const isWhole = double === undefined && required.every((column) => (match[column] ?? '') !== '');
  return (
    <form
      className="matching"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onMatched(match);
      }}
    >
      <p className="secondary">{note}</p>
      {ours.map((column) => {
        const label = labels[column];
        return (
          <Field key={column} orientation="horizontal" size="small" label={required.includes(column) ? `${label}${words.required}` : label}>
            <Select size="small" value={match[column] ?? ''} onChange={(_, { value }) => setMatch({ ...match, [column]: value })}>
              <option value="">{words.noColumn}</option>
              {columns
                .filter((found) => found !== '')
                .map((found) => (
                  <option key={found}>{found}</option>
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
