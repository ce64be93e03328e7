/** What needs a person? The slips by flag, in the order of gravity; flags that nobody has are not shown. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../engine/protocol';
import { Caution } from '../notes';
import { GRID_ROVING } from '../roving';
import { ListButton } from './listButton';
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
  const { words } = usePane();
  const { product } = words;
  const areAllPerhaps = perhaps > 0 && perhaps === count;
  const name = areAllPerhaps ? product.perhapsPaidTwice : product.flags[flag];
  const some = perhaps > 0 && !areAllPerhaps ? words.someOfThemPerhaps(perhaps) : '';
  return (
    <ListButton filter={{ of: 'flag', flag }} mark={areAllPerhaps ? 'perhapsPaidTwice' : flag} isStop={isStop}>
      <span className="row-name">
        {name}
        {some !== '' && <span className="some">{some}</span>}
      </span>{' '}
      <span className="number">
        {product.number(count)}
        <span className="hidden">{words.countUnit}</span>
      </span>
    </ListButton>
  );
}
