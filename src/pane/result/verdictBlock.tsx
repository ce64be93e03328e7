/** The verdict, first and in words: about the files only, never about what is left to do. */
import { Link } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, ErrorCircle16Filled, Warning16Filled, type FluentIcon } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { VerdictKind } from '../../verdict';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';

const ICONS: Record<VerdictKind, FluentIcon> = {
  agrees: CheckmarkCircle16Filled,
  mismatch: ErrorCircle16Filled,
  error: ErrorCircle16Filled,
  unchecked: Warning16Filled,
};

/** The sentence's first half names the verdict, the rest says what to do. */
function halves(sentence: string): [string, string] {
  const end = /。|\. /.exec(sentence);
  if (end === null) return [sentence, ''];
  return [sentence.slice(0, end.index), sentence.slice(end.index + end[0].length)];
}

export function VerdictBlock({ result }: { readonly result: RunView }): ReactElement {
  const { words, dispatch } = usePane();
  const { verdict, verdictSentence, findings } = result;
  const Icon = ICONS[verdict.kind];
  const [title, rest] = halves(verdictSentence);
  return (
    <section className={`verdict verdict-${verdict.kind}`} aria-labelledby="verdict-title">
      <Icon aria-hidden="true" className="verdict-icon" />
      <div>
        <h2 id="verdict-title">{title}</h2>
        {rest !== '' && <p>{rest}</p>}
        {verdict.kind === 'agrees' && rest === '' && <p>{words.verdictCounts(verdict.details, verdict.errors, verdict.warnings)}</p>}
        {verdict.kind !== 'agrees' && findings.length > 0 && (
          <p>
            <Link as="button" inline onClick={() => dispatch({ type: 'findingsOpened' })}>
              {words.findingsLink(findings.length)}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
