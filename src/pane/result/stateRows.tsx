/** How far is the collection? The slips by state, each row the door to its list. */
import { Link } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { SlipState } from '../../reconcile/slips';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';
import { Swatch } from '../marks';
import { Amount, NotKnown } from '../numbers';
import { ROVING } from '../roving';
import { ListButton } from './listButton';
import { Section } from './section';
import { Trust } from './trust';

/** The order of the bar: what is settled first. */
const BAR: readonly SlipState[] = ['paid', 'paidElsewhere', 'preliminary', 'notOwed', 'cancelled', 'unpaid'];
/** The order of the rows: what is open first. */
const ROWS: readonly SlipState[] = ['unpaid', 'preliminary', 'cancelled', 'notOwed', 'paidElsewhere', 'paid'];

export function StateRows({ result }: { readonly result: RunView }): ReactElement {
  const { words } = usePane();
  const { slipCount, amountKind, ledger } = result;
  const states = ROWS.flatMap((state) => result.states.find((one) => one.state === state) ?? []);
  const amount = states.reduce((sum, state) => sum + state.amount, 0);
  return (
    <Section name="states" title={words.statesTitle} beside={words.statesAbout(slipCount, amount, amountKind)}>
      <Bar result={result} />
      <Trust result={result} />
      <div className="row row-head secondary" aria-hidden="true">
        <span />
        <span />
        <span className="number">{words.totalsHead.count}</span>
        <span className="number wide">{words.amountKinds[amountKind]}</span>
        <span />
      </div>
      <ul className="rows" {...ROVING}>
        {states.map(({ state, count, amount: yen }, index) => (
          <li key={state}>
            {state === 'unpaid' && ledger === null ? (
              <UnpaidUnknown />
            ) : (
              <StateRow state={state} count={count} amount={yen} kind={amountKind} isStop={index === (ledger === null ? 1 : 0)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface RowProps {
  readonly state: SlipState;
  readonly count: number;
  readonly amount: number;
  readonly kind: RunView['amountKind'];
  readonly isStop: boolean;
}

function StateRow({ state, count, amount, kind, isStop }: RowProps): ReactElement {
  const { words } = usePane();
  const { product } = words;
  return (
    <ListButton filter={{ of: 'state', state }} mark={state} isStop={isStop}>
      <span className="row-name">{product.states[state]}</span>{' '}
      <span className="number">
        <Amount value={count} unit={words.countUnit} />
      </span>{' '}
      <span className="number wide">
        <span className="hidden">{`${words.amountKinds[kind]} `}</span>
        <Amount value={amount} unit={words.yenUnit} />
      </span>
      <ChevronRight16Regular aria-hidden="true" />
    </ListButton>
  );
}

/** Without a ledger nobody knows who has not paid: no zero, no list. */
function UnpaidUnknown(): ReactElement {
  const { words, dispatch } = usePane();
  return (
    <div className="unknown">
      <div className="row">
        <Swatch mark="unpaid" />
        <span className="row-name">{words.product.states.unpaid}</span>
        <span className="number">
          <NotKnown />
        </span>
        <span className="number wide">
          <NotKnown />
        </span>
        <span className="no-chevron" />
      </div>
      <p className="secondary">
        <Link as="button" inline onClick={() => dispatch({ type: 'tabChosen', tab: 'import' })}>
          {words.chooseLedger}
        </Link>
      </p>
    </div>
  );
}

/** Only a picture of the numbers below it. */
function Bar({ result }: { readonly result: RunView }): ReactElement | null {
  if (result.slipCount === 0) return null;
  return (
    <div className="bar" aria-hidden="true">
      {BAR.map((state) => {
        const count = result.states.find((one) => one.state === state)?.count ?? 0;
        return count === 0 ? null : <span key={state} className={`bar-${state}`} style={{ flexGrow: count }} />;
      })}
    </div>
  );
}
