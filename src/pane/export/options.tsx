/** Which options has each kind of export? */
import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CSV_CHARSETS, type CsvTemplateCharset } from '../../export/csvTemplate';
import { SLIP_STATES } from '../../reconcile/slips';
import type { Exportable } from '../../engine/exportProtocol';
import { usePane } from '../context';
import { Caution } from '../notes';
import { OnOff, Radios } from '../pages/choices';
import type { ExportForm } from './form';
import type { Exporting } from './useExport';
import { useExportWords } from './useExportWords';

interface OptionsProps {
  readonly form: ExportForm;
  readonly change: Exporting['change'];
}

export function MaskOptions({ form, change }: OptionsProps): ReactElement {
  const own = useExportWords();
  return (
    <Radios
      label={own.mask}
      value={form.mask}
      choices={[
        { value: 'lastFour', label: own.masks.lastFour },
        { value: 'rows', label: own.masks.rows },
      ]}
      onChoose={(mask) => change({ mask })}
    />
  );
}

export function BookOptions({ exportable, form, change }: OptionsProps & { readonly exportable: Exportable }): ReactElement {
  const { words } = usePane();
  const own = useExportWords();
  const states = [...SLIP_STATES].reverse();
  return (
    <>
      <Checks
        label={own.sheets}
        hint={own.sheetsNote}
        chosen={form.sheets}
        choices={exportable.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
        onChoose={(sheets) => change({ sheets })}
      />
      <Checks
        label={own.states}
        chosen={form.states}
        choices={states.map((state) => ({ value: state, label: words.product.states[state] }))}
        onChoose={(chosen) => change({ states: chosen })}
      />
      {exportable.sections.length > 0 && (
        <Field label={own.section}>
          <Select value={form.section ?? ''} onChange={(_, { value }) => change({ section: value === '' ? null : value })}>
            <option value="">{own.everySection}</option>
            {exportable.sections.map((section) => (
              <option key={section} value={section}>
                {section}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

interface ChecksProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (chosen: Value[]) => void;
}

/** Any of a few things, in their own order. */
export function Checks<Value extends string>({ label, hint, chosen, choices, onChoose }: ChecksProps<Value>): ReactElement {
  const toggled = (value: Value): Value[] =>
    choices.map((choice) => choice.value).filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
  return (
    <fieldset className="radios">
      <legend>{label}</legend>
      <div className="choice-line">
        {choices.map(({ value, label: text }) => (
          <label key={value} className="choice">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChoose(toggled(value))} />
            {text}
          </label>
        ))}
      </div>
      {hint !== undefined && <p className="secondary">{hint}</p>}
    </fieldset>
  );
}

export function CharsetField({
  value,
  onChoose,
}: {
  readonly value: CsvTemplateCharset;
  readonly onChoose: (charset: CsvTemplateCharset) => void;
}): ReactElement {
  const own = useExportWords();
  return (
    <Field label={own.charset}>
      <Select value={value} onChange={(_, chosen) => onChoose(chosen.value as CsvTemplateCharset)}>
        {[...CSV_CHARSETS].reverse().map((charset) => (
          <option key={charset} value={charset}>
            {own.charsets[charset]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function NamesSwitch({ isOn, onSwitch }: { readonly isOn: boolean; readonly onSwitch: (isOn: boolean) => void }): ReactElement {
  const own = useExportWords();
  return <OnOff label={own.names} hint={own.namesNote} isOn={isOn} onSwitch={onSwitch} />;
}

/** Excel's box for a password takes no input method: whoever opens the file could not type this. */
const NOT_TYPED_IN_EXCEL = /[^\x20-\x7e]/;

/** No browser shall offer to remember it. */
export function PasswordOptions({ form, change }: OptionsProps): ReactElement {
  const own = useExportWords();
  const { hasPassword, password, repeated } = form;
  return (
    <div className="password">
      <OnOff label={own.password} hint={own.passwordNote} isOn={hasPassword} onSwitch={(isOn) => change({ hasPassword: isOn, password: '', repeated: '' })} />
      {hasPassword && (
        <>
          <Field label={own.passwordFirst}>
            <Input type="password" autoComplete="new-password" value={password} onChange={(_, { value }) => change({ password: value })} />
          </Field>
          {NOT_TYPED_IN_EXCEL.test(password) && (
            <div role="status">
              <Caution>{own.passwordTyped}</Caution>
            </div>
          )}
          <Field label={own.passwordAgain}>
            <Input type="password" autoComplete="new-password" value={repeated} onChange={(_, { value }) => change({ repeated: value })} />
          </Field>
        </>
      )}
    </div>
  );
}
