/** How well do the chosen files fit the draft, and what do they not tell? */
import { CheckmarkCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Calibration, Nearest } from '../../calibrate/proposal';
import type { LayoutProof } from '../../engine/layoutProtocol';
import { usePane } from '../context';
import { differencesOf, titleIn } from './told';
import type { BenchWords } from './words';

interface ProofProps {
  readonly own: BenchWords;
  readonly proof: LayoutProof | null;
  readonly isProving: boolean;
  readonly calibration: Calibration;
}

export function ProofSection({ own, proof, isProving, calibration }: ProofProps): ReactElement {
  const { words } = usePane();
  return (
    <section className="bench-proof" aria-label={own.proof} aria-busy={isProving}>
      <h3>{own.proof}</h3>
      {proof === null ? (
        <p className="secondary">{own.proving}</p>
      ) : proof.problem !== null ? (
        <Mark isGood={false}>{own.refused(words.product.layoutProblem(proof.problem))}</Mark>
      ) : (
        <>
          {proof.records.of === 0 ? <Mark isGood={false}>{own.noRecords}</Mark> : null}
          {(['records', 'checkDigits', 'totals'] as const).map((name) => {
            const share = proof[name];
            return (
              <div key={name} data-share={name}>
                {share.of > 0 && <Mark isGood={share.matched === share.of}>{own.shares[name](share)}</Mark>}
              </div>
            );
          })}
          {proof.unchecked > 0 && <Mark isGood={false}>{own.unchecked(proof.unchecked)}</Mark>}
          {proof.faults.length > 0 && <Faults own={own} proof={proof} />}
          {proof.nearest !== null && <NearestLayout own={own} nearest={proof.nearest} />}
        </>
      )}
      {calibration.questions.length > 0 && (
        <details>
          <summary>
            {own.questions}（{calibration.questions.length}）
          </summary>
          <ul className="sentences">
            {calibration.questions.map((question) => (
              <li key={`${question.code} ${question.about}`}>{own.calibration.questions[question.code](question, titleIn)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Colour is never alone: the icon differs, too. */
function Mark({ isGood, children }: { readonly isGood: boolean; readonly children: string }): ReactElement {
  return (
    <p className={isGood ? 'bench-mark' : 'bench-mark wanting'}>
      {isGood ? <CheckmarkCircle16Regular aria-hidden="true" /> : <Warning16Regular aria-hidden="true" />}
      <span>{children}</span>
    </p>
  );
}

function Faults({ own, proof }: { readonly own: BenchWords; readonly proof: Extract<LayoutProof, { readonly problem: null }> }): ReactElement {
  return (
    <ul className="sentences">
      {proof.faults.slice(0, MOST_SHOWN).map((fault) => (
        <li key={`${fault.code} ${fault.title}`}>{own.fault(fault, (kind) => own.calibration.kinds[kind])}</li>
      ))}
    </ul>
  );
}
/** The page for the agent holds all of them. */
const MOST_SHOWN = 5;

/** So few are worth seeing at once: a shift is one. */
const FEW = 3;

function NearestLayout({ own, nearest }: { readonly own: BenchWords; readonly nearest: Nearest }): ReactElement {
  const differences = differencesOf(own, nearest);
  if (differences.length === 0) return <p className="secondary">{own.sameAs(nearest.title)}</p>;
  return (
    <details open={differences.length <= FEW}>
      <summary>{own.nearest(nearest.title)}</summary>
      <ul className="sentences">
        {differences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
