/** How is the draft used, kept, and asked about? Until a person has compared it with the agent's document it stays 未検証. */
import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { LayoutProof } from '../../engine/layoutProtocol';
import type { LayoutData } from '../../file/layout';
import type { ToldRecord } from '../../sheet/source';
import { usePane } from '../context';
import { Note } from '../notes';
import { typedDay } from '../days';
import type { Benching } from '../acts/benching';
import { layoutOf, type Draft } from './draft';
import { inquiryText } from './inquiry';
import type { BenchWords } from './words';

interface UseProps {
  readonly own: BenchWords;
  readonly draft: Draft;
  readonly proof: LayoutProof | null;
  readonly isProving: boolean;
  readonly benching: Benching;
}

interface Checked {
  readonly by: string;
  readonly on: string;
  readonly document: string;
}
const NOBODY: Checked = { by: '', on: '', document: '' };

export function UseSection({ own, draft, proof, isProving, benching }: UseProps): ReactElement {
  const { acts, environment, day } = usePane();
  const [title, setTitle] = useState(own.usualName);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isTried, setTried] = useState(false);
  const isMissing = checked !== null && (checked.by.trim() === '' || checked.document.trim() === '' || typedDay(checked.on) === null);
  const isSound = proof !== null && proof.problem === null && !isProving;
  const layout = (): LayoutData => {
    const id = `own-${environment.now().replace(/\D/g, '')}`;
    const source = checked === null ? own.proposedSource : own.checkedSource(checked.by.trim(), day(typedDay(checked.on) ?? 0), checked.document.trim());
    return layoutOf(draft, { id, title: title.trim() === '' ? own.usualName : title.trim(), verified: checked !== null, source });
  };
  const whole = (act: (made: LayoutData) => Promise<void>): void => {
    setTried(true);
    if (!isMissing && isSound) void act(layout()).catch((error: unknown) => benching.fail(error));
  };
  const use = async (made: LayoutData): Promise<void> => {
    await benching.use(made, checked === null ? null : toldOf(checked, made));
    acts.say(own.used(made.title));
  };
  const save = async (made: LayoutData): Promise<void> => {
    if (await benching.save(`${JSON.stringify(made, null, 2)}\n`, `${made.title}.json`)) acts.say(own.saved);
  };
  const inquiry = (): string =>
    inquiryText(
      own,
      draft,
      proof,
      benching.files().map(({ name }) => name),
    );
  return (
    <>
      <section aria-label={own.use}>
        <Field label={own.layoutName}>
          <Input value={title} onChange={(_, { value }) => setTitle(value)} />
        </Field>
        <Checkbox label={own.checkedAgainst} checked={checked !== null} onChange={(_, data) => setChecked(data.checked === true ? NOBODY : null)} />
        {checked === null ? <Note>{own.staysUnverified}</Note> : <CheckedFields own={own} checked={checked} onChange={setChecked} />}
        {isTried && isMissing && (
          <p className="wrong" role="alert">
            {own.checkedMissing}
          </p>
        )}
        <div className="choices">
          <Button appearance="primary" disabledFocusable={!isSound} onClick={() => whole(use)}>
            {own.use}
          </Button>
          <Button disabledFocusable={!isSound} onClick={() => whole(save)}>
            {own.save}
          </Button>
        </div>
      </section>
      <section aria-label={own.inquiry}>
        <h3>{own.inquiry}</h3>
        <p className="secondary">{own.inquiryNote}</p>
        <div className="choices">
          <Button size="small" onClick={() => void acts.setting.copy(inquiry())}>
            {own.inquiryCopy}
          </Button>
          <Button size="small" onClick={() => void benching.save(inquiry(), own.inquiryFile).catch((error: unknown) => benching.fail(error))}>
            {own.inquirySave}
          </Button>
        </div>
      </section>
    </>
  );
}

const toldOf = ({ by, on, document }: Checked, { title }: LayoutData): ToldRecord => ({
  operation: 'layoutChecked',
  days: [typedDay(on) ?? []].flat(),
  by: by.trim(),
  about: `${title}／${document.trim()}`,
});

interface CheckedProps {
  readonly own: BenchWords;
  readonly checked: Checked;
  readonly onChange: (checked: Checked) => void;
}

function CheckedFields({ own, checked, onChange }: CheckedProps): ReactElement {
  return (
    <div className="bench-checked">
      <p className="secondary">{own.checkedNote}</p>
      <Field label={own.checkedBy}>
        <Input value={checked.by} onChange={(_, { value }) => onChange({ ...checked, by: value })} />
      </Field>
      <Field label={own.checkedOn}>
        <Input value={checked.on} placeholder="2027/04/10" onChange={(_, { value }) => onChange({ ...checked, on: value })} />
      </Field>
      <Field label={own.checkedDocument}>
        <Input value={checked.document} onChange={(_, { value }) => onChange({ ...checked, document: value })} />
      </Field>
    </div>
  );
}
