/** What needs a person? The slips by flag, in the order of gravity; flags that nobody has are not shown. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';
import { markLabel } from '../marks';
import { Caution } from '../notes';
import { GRID_ROVING } from '../roving';
import { countedFlag } from './flagCounts';
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

function FlagButton({ of: flag, isStop }: { readonly of: FlagCount; readonly isStop: boolean }): ReactElement {
  const { words } = usePane();
  const { product } = words;
  const { mark, count, perhaps } = countedFlag(flag);
  return (
    <ListButton filter={{ of: 'flag', flag: flag.flag }} mark={mark} isStop={isStop}>
      <span className="row-name">
        {markLabel(mark, product)}
        {perhaps > 0 && <span className="some">{words.someOfThemPerhaps(perhaps)}</span>}
      </span>{' '}
      <span className="number">
        {product.number(count)}
        <span className="hidden">{words.countUnit}</span>
      </span>
    </ListButton>
  );
}
