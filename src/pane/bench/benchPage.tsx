/** レイアウトを作る: how does a clerk find out, without a word of programming, what the bytes of an unknown file mean? */
import { Button, Field, Input, Tab, TabList } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { PLACES } from '../../calibrate/knownItems';
import type { Place } from '../../calibrate/proposal';
import type { LayoutStudy } from '../../engine/layoutProtocol';
import { usePane } from '../context';
import { Caution, Note } from '../notes';
import { SubView } from '../subView';
import { ByteView } from './byteView';
import { CodesSection } from './codesSection';
import { baseOf, recordOf, type Speaking } from './decoded';
import { offsetOf, totalOf } from './draft';
import type { Bench } from './edit';
import { ItemEditor } from './itemEditor';
import { ItemList } from './itemList';
import { PasteSection } from './pasteSection';
import { ProofSection } from './proofSection';
import { STYLES } from './styles';
import { useBench, type OpenBench } from './useBench';
import { UseSection } from './useSection';
import type { BenchWords } from './words';
import { benchEn } from './words.en';
import { benchJa } from './words.ja';

export function BenchPage(): ReactElement {
  const { words, dispatch, state, environment, ask } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? benchEn : benchJa;
  const open = useBench(own.usualName);
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={own.title}>
      <style>{STYLES}</style>
      <div className="bench">
        {open.benching?.files().length === 0 ? (
          <>
            <p>{own.noFiles}</p>
            <Button
              onClick={() => {
                dispatch({ type: 'tabChosen', tab: 'import' });
                ask.files();
              }}
            >
              {words.chooseFiles}
            </Button>
          </>
        ) : open.study === null ? (
          <p role="status">{own.studying}</p>
        ) : open.bench === null ? (
          <LengthQuestion own={own} open={open} />
        ) : (
          <Opened own={own} open={open} study={open.study} bench={open.bench} />
        )}
      </div>
    </SubView>
  );
}

function LengthQuestion({ own, open }: { readonly own: BenchWords; readonly open: OpenBench }): ReactElement {
  const [text, setText] = useState('');
  const length = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
  return (
    <>
      <Caution>{own.lengthUnknown}</Caution>
      <Field label={own.recordLength}>
        <Input type="number" className="grace" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className="choices">
        <Button disabledFocusable={length === null} onClick={() => void open.proposeAgain(length)}>
          {own.setLength}
        </Button>
      </div>
    </>
  );
}

interface OpenedProps {
  readonly own: BenchWords;
  readonly open: OpenBench;
  readonly study: LayoutStudy;
  readonly bench: Bench;
}

function Opened({ own, open, study, bench }: OpenedProps): ReactElement {
  const { state, acts, day, words } = usePane();
  const [place, setPlace] = useState<Place>('data');
  const [selected, setSelected] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const { draft } = bench;
  const { calibration } = study;
  const items = draft.places[place];
  const { count, records } = study.shown[recordOf(place)];
  const [base, total] = [baseOf(draft, place), totalOf(draft, place)];
  const speaking: Speaking = { day, yen: words.product.yen, noticeKinds: own.calibration.noticeKinds };
  const name = own.placeName(place);

  const onBoundary = (key: number, by: number): void => {
    open.act({ type: 'boundaryMoved', place, key, by });
    setSelected(key);
    const item = items.find((one) => one.key === key);
    if (item === undefined) return;
    const at = offsetOf(items, key);
    acts.say(own.moved(item.title, item.length + by, at + 1, at + item.length + by));
  };
  const proposeAgain = async (): Promise<void> => {
    await open.proposeAgain(draft.recordLength);
    acts.say(own.proposedAgain);
  };
  return (
    <>
      <p className="secondary">{own.about(open.benching?.files().length ?? 0, calibration.records.all, draft.recordLength)}</p>
      {state.ledger === null && <Note>{own.ledgerHelps}</Note>}
      <ProofSection own={own} proof={open.proof} isProving={open.isProving} calibration={calibration} />
      <section aria-label={name}>
        <TabList size="small" selectedValue={place} onTabSelect={(_, { value }) => setPlace(value as Place)} aria-label={own.parts}>
          {PLACES.map((one) => (
            <Tab key={one} value={one}>
              {own.placeName(one)}
            </Tab>
          ))}
        </TabList>
        {records.length === 0 ? (
          <p className="secondary">{own.noneOf(name)}</p>
        ) : (
          <>
            <p className="secondary">{own.shownOf(records.length, count)}</p>
            <ByteView
              key={place}
              {...{ own, speaking, draft, items, records, base, total, selected, onBoundary }}
              label={own.bytes(name)}
              onSelect={setSelected}
            />
          </>
        )}
        <ItemList
          {...{ own, items, records, base, total, selected, opened, onBoundary }}
          label={own.items(name)}
          onSelect={setSelected}
          onOpen={setOpened}
          editor={(item) => <ItemEditor own={own} place={place} item={item} act={open.act} onClose={() => setOpened(null)} />}
        />
        {bench.refusal !== null && (
          <div role="alert">
            <Caution>{own.refusals[bench.refusal]}</Caution>
          </div>
        )}
        <div className="choices">
          <Button size="small" disabledFocusable={bench.past.length === 0} onClick={() => open.act({ type: 'undone' })}>
            {own.undo}
          </Button>
          <Button size="small" onClick={() => void proposeAgain()}>
            {own.proposeAgain}
          </Button>
        </div>
      </section>
      <CodesSection own={own} draft={draft} records={study.shown.data.records} act={open.act} />
      <PasteSection own={own} place={place} draft={draft} act={open.act} />
      {open.benching !== null && <UseSection own={own} draft={draft} proof={open.proof} isProving={open.isProving} benching={open.benching} />}
    </>
  );
}
