/** Which columns has the file for the fee system, in which order, under which headers? */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowUp16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { CSV_COLUMNS, CSV_DATES, PERSONAL_CSV_COLUMNS, type CsvColumn, type CsvDates, type CsvTemplate } from '../../export/csvTemplate';
import { SLIP_STATES } from '../../reconcile/slips';
import type { Exportable } from '../../engine/exportProtocol';
import { usePane } from '../context';
import { OnOff } from '../pages/choices';
import { CharsetField, Checks } from './options';
import { PageFoot } from './pageFoot';
import { TrustNote } from './trustNote';
import { faultOf, moved, withColumn, withHeader, without, withTemplate } from './templates';
import { useColumnWords, useExportWords } from './useExportWords';
import type { TemplatesAtHand } from './useTemplates';

export interface TemplateEditorProps {
  readonly given: CsvTemplate;
  /** Under which the workbook keeps it; null: it is new. */
  readonly name: string | null;
  readonly kept: TemplatesAtHand;
  readonly exportable: Exportable;
  readonly withNames: boolean;
  /** With the name of the template that is to be used. */
  readonly onLeave: (name: string | null) => void;
}

export function TemplateEditor({ given, name, kept, exportable, withNames, onLeave }: TemplateEditorProps): ReactElement {
  const { acts, words } = usePane();
  const own = useExportWords();
  const [draft, setDraft] = useState(given);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fault = faultOf(draft, kept.templates, name);
  const change = (more: Partial<CsvTemplate>): void => setDraft({ ...draft, ...more });
  const keep = async (templates: readonly CsvTemplate[], used: string | null, said: string): Promise<void> => {
    const isKept = await kept.keep(templates);
    acts.say(isKept ? said : own.notKept, isKept ? 'polite' : 'alert');
    if (isKept) onLeave(used);
  };
  const drop = (): void => {
    const left = kept.templates.filter((one) => one.name !== name);
    void keep(left, null, own.dropped(name ?? ''));
  };
  return (
    <div className="export">
      <h3 ref={heading} tabIndex={-1}>
        {own.editorTitle}
      </h3>
      <Field label={own.name}>
        <Input value={draft.name} maxLength={50} onChange={(_, { value }) => change({ name: value })} />
      </Field>
      <CharsetField value={draft.charset} onChoose={(charset) => change({ charset })} />
      <Field label={own.dates}>
        <Select value={draft.dates} onChange={(_, { value }) => change({ dates: value as CsvDates })}>
          {CSV_DATES.map((dates) => (
            <option key={dates} value={dates}>
              {own.dateForms[dates]}
            </option>
          ))}
        </Select>
      </Field>
      <OnOff label={own.headerRow} hint={own.headerRowNote} isOn={draft.headerRow} onSwitch={(headerRow) => change({ headerRow })} />
      <Checks
        label={words.statesTitle}
        chosen={draft.states ?? SLIP_STATES}
        choices={[...SLIP_STATES].reverse().map((state) => ({ value: state, label: words.product.states[state] }))}
        onChoose={(states) => change({ states: states.length === SLIP_STATES.length ? null : states })}
      />
      <Columns draft={draft} withNames={withNames} onChange={setDraft} />
      <TrustNote template={draft} exportable={exportable} />
      {name !== null && <Button onClick={drop}>{own.drop}</Button>}
      <PageFoot
        label={own.keep}
        isOff={fault !== null}
        said={fault === null ? null : { text: own.faults[fault], isAlert: false }}
        onClick={() => void keep(withTemplate(kept.templates, draft, name), draft.name.trim(), own.kept)}
      >
        <Button onClick={() => onLeave(name)}>{own.leave}</Button>
      </PageFoot>
    </div>
  );
}

interface ColumnsProps {
  readonly draft: CsvTemplate;
  readonly withNames: boolean;
  readonly onChange: (draft: CsvTemplate) => void;
}

function Columns({ draft, withNames, onChange }: ColumnsProps): ReactElement {
  const own = useExportWords();
  const columnWords = useColumnWords();
  const used = draft.columns.map(({ column }) => column);
  const left = CSV_COLUMNS.filter((column) => !used.includes(column) && (withNames || !PERSONAL_CSV_COLUMNS.includes(column)));
  return (
    <div>
      <h4>{own.columns}</h4>
      <p className="secondary">{own.columnsNote}</p>
      <ol className="template-columns">
        {draft.columns.map(({ column, header }, place) => {
          const word = columnWords[column];
          return (
            <li key={column}>
              <span className="column-name">{`${place + 1}. ${word}`}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUp16Regular />}
                aria-label={own.up(word)}
                disabledFocusable={place === 0}
                onClick={() => place > 0 && onChange(moved(draft, place, -1))}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDown16Regular />}
                aria-label={own.down(word)}
                disabledFocusable={place === used.length - 1}
                onClick={() => place < used.length - 1 && onChange(moved(draft, place, 1))}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={own.remove(word)}
                onClick={() => onChange(without(draft, place))}
              />
              <Input
                size="small"
                className="column-header"
                aria-label={own.header(word)}
                placeholder={word}
                value={header ?? ''}
                disabled={!draft.headerRow}
                onChange={(_, { value }) => onChange(withHeader(draft, place, value))}
              />
            </li>
          );
        })}
      </ol>
      {left.length > 0 && (
        <Field label={own.addColumn}>
          <Select value="" onChange={(_, { value }) => value !== '' && onChange(withColumn(draft, value as CsvColumn))}>
            <option value="">{own.addColumnChoice}</option>
            {left.map((column) => (
              <option key={column} value={column}>
                {columnWords[column]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
