/** What do the codes of the notice kind mean? What the files do not tell, the clerk tells. */
import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ShownRecord } from '../../engine/layoutProtocol';
import { NOTICE_KINDS, type NoticeKind } from '../../file/layout';
import { samples } from './decoded';
import { offsetOf, type Draft } from './draft';
import type { BenchAct } from './useBench';
import type { BenchWords } from './words';

/** More different contents are no code. */
const MOST_CODES = 8;

interface CodesProps {
  readonly own: BenchWords;
  readonly draft: Draft;
  readonly records: readonly ShownRecord[];
  readonly act: (act: BenchAct) => void;
}

export function CodesSection({ own, draft, records, act }: CodesProps): ReactElement | null {
  const item = draft.places.data.find(({ kind }) => kind === 'noticeKind');
  if (item === undefined) return null;
  const seen = samples(records, offsetOf(draft.places.data, item.key), item.length, MOST_CODES + 1);
  const codes = [
    ...new Set([...(seen.length > MOST_CODES ? [] : seen), ...Object.keys(draft.noticeKinds).filter((code) => code.length === item.length)]),
  ].sort();
  return (
    <section aria-label={own.codes}>
      <h3>{own.codes}</h3>
      <p className="secondary">{own.codesNote}</p>
      {codes.map((code) => (
        <Field key={code} label={own.codeIs(code)} orientation="horizontal">
          <Select
            value={draft.noticeKinds[code] ?? ''}
            onChange={(_, { value }) => act({ type: 'codeMeant', code, kind: NOTICE_KINDS.find((kind): kind is NoticeKind => kind === value) ?? null })}
          >
            <option value="">{own.codeUnknown}</option>
            {NOTICE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {own.calibration.noticeKinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </section>
  );
}
