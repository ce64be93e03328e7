/** How is one of a few things chosen, or one thing switched on? With the browser's own controls: they weigh nothing. */
import { useId, type ReactElement } from 'react';

export interface RadiosProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

export function Radios<Value extends string>({ label, hint, value, choices, onChoose }: RadiosProps<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset className="radios" {...(hint === undefined ? {} : { 'aria-describedby': `${name}-hint` })}>
      <legend>{label}</legend>
      <div className="choice-line">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            {choice.label}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="secondary">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

export interface OnOffProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

export function OnOff({ label, hint, isOn, onSwitch }: OnOffProps): ReactElement {
  const id = useId();
  return (
    <div>
      <label className="choice">
        <input type="checkbox" checked={isOn} aria-describedby={id} onChange={({ currentTarget }) => onSwitch(currentTarget.checked)} />
        {label}
      </label>
      <p id={id} className="secondary">
        {hint}
      </p>
    </div>
  );
}
