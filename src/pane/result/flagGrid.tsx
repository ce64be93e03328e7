/** What needs a person? The slips by flag, in the order of gravity; flags that nobody has are not shown. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../engine/protocol';
import { Swatch } from '../marks';
import { Caution } from '../notes';
import { GRID_ROVING } from '../roving';
import { FOCUS } from '../state';
import { Section } from './section';

type FlagCount = RunView['flags'][number];

export function FlagGrid({ result }: { readonly result: RunView }): ReactElement {
  const { words } = usePane();
  return (
    <Section name="flags" title={words.flagsTitle} beside={result.flags.length === 0 ? '' : words.flagsNote}>
      {result.flags.length === 0 ? (
        <p className="secondary">{words.noFlags}</p>
      ) : (
        <ul className="flags" {...GRID_ROVING}>
          {result.flags.map((flag, index) => (
            <li key={flag.flag}>
              <FlagButton of={flag} isStop={index === 0} />
            </li>
          ))}
        </ul>
      )}
      {result.ledger === null && <Caution>{words.cannotJudge}</Caution>}
    </Section>
  );
}

function FlagButton({ of: { flag, count, perhaps = 0 }, isStop }: { readonly of: FlagCount; readonly isStop: boolean }): ReactElement {
  const { words, dispatch } = usePane();
  const { product } = words;
  const areAllPerhaps = perhaps > 0 && perhaps === count;
  const name = areAllPerhaps ? product.perhapsPaidTwice : product.flags[flag];
  const some = perhaps > 0 && !areAllPerhaps ? words.someOfThemPerhaps(perhaps) : '';
  const filter = { of: 'flag', flag } as const;
  return (
    <button
      type="button"
      className="row"
      data-roving
      id={FOCUS.filter(filter)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => dispatch({ type: 'listOpened', filter })}
    >
      <Swatch mark={areAllPerhaps ? 'perhapsPaidTwice' : flag} />
      <span className="row-name">
        {name}
        {some !== '' && <span className="some">{some}</span>}
      </span>{' '}
      <span className="number">
        {product.number(count)}
        <span className="hidden">{words.countUnit}</span>
      </span>
      <span className="hidden">{` ${words.openList}`}</span>
    </button>
  );
}
