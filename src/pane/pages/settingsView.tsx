/** 設定: what may the clerk choose? */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { isGrace } from '../../engine/terms';
import { PERSONAL_COLUMNS } from '../../reconcile/ledger';
import { LONGEST_GRACE } from '../../reconcile/grace';
import { BUILT_IN_LAYOUTS } from '../../file/layouts';
import { usePane } from '../context';
import { OnOff, Radios } from './choices';
import { visible } from '../../words/visible';
import { SubView } from '../subView';
import { Caution } from '../notes';
import { namesMissing } from '../state/readiness';
import type { LayoutChoice } from '../state/state';

export function SettingsView(): ReactElement {
  const { state, words, acts, ask, dispatch } = usePane();
  const missing = namesMissing(state);
  const { dates, colours, withNames, language } = state.settings;
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.settings}>
      <div className="settings">
        <LayoutField />
        <ReminderFields />
        <Radios
          label={words.dates}
          hint={words.datesNote}
          value={dates}
          choices={[
            { value: 'western', label: words.westernDay(20270430) },
            { value: 'japanese', label: 'R9.4.30' },
          ]}
          onChoose={(value) => acts.setting.changeSettings({ dates: value })}
        />
        <OnOff
          label={words.names}
          hint={`${words.namesNote}${words.nextRun}`}
          isOn={withNames}
          onSwitch={(isOn) => acts.setting.changeSettings({ withNames: isOn })}
        />
        <KeptColumns />
        {missing.length > 0 && (
          <div role="alert">
            <Caution>{words.namesMissing(missing)}</Caution>
            <div className="choices">
              <Button size="small" onClick={ask.ledger}>
                {words.chooseLedgerAgain}
              </Button>
            </div>
          </div>
        )}
        <Radios
          label={words.colours}
          hint={words.nextRun}
          value={colours}
          choices={[
            { value: 'standard', label: words.coloursStandard },
            { value: 'print', label: words.coloursPrint },
          ]}
          onChoose={(value) => acts.setting.changeSettings({ colours: value })}
        />
        <Field label={words.language}>
          <Select
            value={language ?? ''}
            onChange={(_, { value }) => acts.setting.changeSettings({ language: value === 'ja' || value === 'en' ? value : null })}
          >
            <option value="">{words.languageOfExcel}</option>
            <option value="ja" lang="ja">
              日本語
            </option>
            <option value="en" lang="en">
              English
            </option>
          </Select>
        </Field>
        <Button onClick={() => acts.setting.resetSettings()}>{words.reset}</Button>
      </div>
    </SubView>
  );
}

/** Columns that stand in the workbook only because the clerk says that they name nobody. */
function KeptColumns(): ReactElement | null {
  const { state, words, acts } = usePane();
  const { keptColumns, withNames } = state.settings;
  const known = [...new Set([...keptColumns, ...(state.workbook?.ledger?.leftOut ?? [])])].filter((name) => name !== '' && !PERSONAL_COLUMNS.includes(name));
  if (withNames || known.length === 0) return null;
  return (
    <fieldset className="radios">
      <legend>{words.keptColumns}</legend>
      {known.map((name) => (
        <label key={name} className="choice">
          <input
            type="checkbox"
            checked={keptColumns.includes(name)}
            onChange={({ currentTarget: { checked } }) =>
              acts.setting.changeSettings({ keptColumns: checked ? [...keptColumns, name] : keptColumns.filter((other) => other !== name) })
            }
          />
          {visible(name)}
        </label>
      ))}
      <p className="secondary">{`${words.keptColumnsNote}${words.nextRun}`}</p>
    </fieldset>
  );
}

/** What the office tells about reminders: it stays in the workbook and counts from the next run on. */
function ReminderFields(): ReactElement {
  const { state, words, acts } = usePane();
  const { grace, emptyDaysNotSent, noOtherChannels } = state.terms;
  return (
    <>
      <Field label={words.grace} hint={`${words.graceNote}${words.nextRun}`}>
        <Input
          type="number"
          className="grace"
          min={0}
          max={LONGEST_GRACE}
          defaultValue={String(grace)}
          contentAfter={words.businessDays}
          onChange={(_, { value }) => {
            if (value !== '' && isGrace(Number(value))) void acts.telling.change({ grace: Number(value) });
          }}
        />
      </Field>
      <OnOff
        label={words.emptyDays}
        hint={`${words.emptyDaysNote}${words.nextRun}`}
        isOn={emptyDaysNotSent}
        onSwitch={(isOn) => void acts.telling.change({ emptyDaysNotSent: isOn })}
      />
      <OnOff
        label={words.channelsNone}
        hint={`${words.channelsQuestion}。${words.nextRun}`}
        isOn={noOtherChannels === true}
        onSwitch={(isOn) => void acts.telling.change({ noOtherChannels: isOn })}
      />
    </>
  );
}

function LayoutField(): ReactElement {
  const { state, words, acts, ask, dispatch } = usePane();
  const { layout } = state;
  const choose = (value: string): void => {
    const choice: LayoutChoice = value === 'own' && layout.of === 'own' ? layout : value === '' ? { of: 'automatic' } : { of: 'builtIn', id: value };
    void acts.choosing.chooseLayout(choice);
  };
  return (
    <div className="layout-field">
      <Field label={words.layout}>
        <Select value={layout.of === 'automatic' ? '' : layout.of === 'builtIn' ? layout.id : 'own'} onChange={(_, { value }) => choose(value)}>
          <option value="">{words.automatic}</option>
          {BUILT_IN_LAYOUTS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {layout.of === 'own' && <option value="own">{layout.title}</option>}
        </Select>
      </Field>
      <Button size="small" onClick={ask.layout}>
        {words.addLayout}
      </Button>
      <Button size="small" onClick={() => dispatch({ type: 'pageOpened', page: 'bench' })}>
        {words.pages.bench}
      </Button>
    </div>
  );
}
