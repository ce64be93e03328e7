/** How is one item put right: what it is, how long, where, whether it is sure, and what stands before it? */
import { Button, Checkbox, Field as LabelledField, Input, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { knownItems } from '../../calibrate/knownItems';
import type { Place } from '../../calibrate/proposal';
import type { DraftItem } from './draft';
import type { BenchAct } from './useBench';
import type { BenchWords } from './words';

interface EditorProps {
  readonly own: BenchWords;
  readonly place: Place;
  readonly item: DraftItem;
  readonly act: (act: BenchAct) => void;
  readonly onClose: () => void;
}

export function ItemEditor({ own, place, item, act, onClose }: EditorProps): ReactElement {
  const { key } = item;
  const at = { place, key } as const;
  return (
    <div className="bench-editor" role="group" aria-label={item.title}>
      <Naming own={own} place={place} item={item} act={act} />
      <LabelledField label={own.length}>
        <LengthInput key={item.length} value={item.length} onChange={(length) => act({ type: 'resized', ...at, length })} />
      </LabelledField>
      <div className="choices">
        <Button size="small" onClick={() => act({ type: 'itemMoved', ...at, by: -1 })}>
          {own.earlier}
        </Button>
        <Button size="small" onClick={() => act({ type: 'itemMoved', ...at, by: 1 })}>
          {own.later}
        </Button>
      </div>
      <Checkbox label={own.confirm} checked={item.confirmed} onChange={(_, { checked }) => act({ type: 'confirmed', ...at, confirmed: checked === true })} />
      <Inserting own={own} place={place} item={item} act={act} />
      <Button size="small" onClick={onClose}>
        {own.close}
      </Button>
    </div>
  );
}

/** Counts when it is left or Enter is pressed: each digit on the way would move all later items. */
function LengthInput({ value, onChange }: { readonly value: number; readonly onChange: (length: number) => void }): ReactElement {
  const [text, setText] = useState(String(value));
  const take = (): void => {
    const length = Number(text);
    if (Number.isInteger(length) && length > 0 && length !== value) onChange(length);
  };
  return (
    <Input
      type="number"
      className="grace"
      min={1}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

const OTHER = '';

function Naming({ own, place, item, act }: Pick<EditorProps, 'own' | 'place' | 'item' | 'act'>): ReactElement {
  const known = knownItems(place);
  const value = item.kind !== 'filler' && known.some(({ name }) => name === item.name) ? item.name : OTHER;
  const choose = (name: string): void => {
    const field = known.find((one) => one.name === name);
    act({ type: 'named', place, key: item.key, field: field === undefined ? { name: 'filler', title: own.unknown, kind: 'filler' } : field });
  };
  return (
    <>
      <LabelledField label={own.item}>
        <Select value={value} onChange={(_, data) => choose(data.value)}>
          <option value={OTHER}>{own.itemOther}</option>
          {known.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      </LabelledField>
      {value === OTHER && item.kind === 'filler' && (
        <LabelledField label={own.ownTitle}>
          <Input
            value={item.title}
            onChange={(_, data) =>
              act({ type: 'named', place, key: item.key, field: { name: 'filler', title: data.value === '' ? own.unknown : data.value, kind: 'filler' } })
            }
          />
        </LabelledField>
      )}
    </>
  );
}

/** The question whether later items shift is asked each time. */
function Inserting({ own, place, item, act }: Pick<EditorProps, 'own' | 'place' | 'item' | 'act'>): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [length, setLength] = useState('1');
  const [shifts, setShifts] = useState(true);
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {own.insertBefore}
      </Button>
    );
  const insert = (): void => {
    act({ type: 'inserted', place, key: item.key, length: Number(length), shifts });
    setOpen(false);
  };
  return (
    <fieldset className="radios bench-insert">
      <legend>{own.insertBefore}</legend>
      <LabelledField label={own.insertLength}>
        <Input type="number" className="grace" min={1} value={length} onChange={(_, data) => setLength(data.value)} />
      </LabelledField>
      <div role="radiogroup" aria-label={own.shiftQuestion}>
        {([true, false] as const).map((choice) => (
          <label key={String(choice)} className="choice">
            <input type="radio" name={`shift-${item.key}`} checked={shifts === choice} onChange={() => setShifts(choice)} />
            {choice ? own.shift : own.noShift(item.title)}
          </label>
        ))}
      </div>
      <div className="choices">
        <Button size="small" disabled={!/^[1-9]\d*$/.test(length)} onClick={insert}>
          {own.insert}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setOpen(false)}>
          {own.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
