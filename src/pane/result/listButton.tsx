/** How does a row of the result open its list of slips? As one button: swatch, name, figures. */
import type { ReactElement, ReactNode } from 'react';
import { usePane } from '../context';
import { Swatch } from '../marks';
import { FOCUS } from '../state/focus';
import type { SlipFilter } from '../state/state';

export interface ListButtonProps {
  readonly filter: SlipFilter;
  readonly mark: Parameters<typeof Swatch>[0]['mark'];
  /** Whether Tab stops here; the other rows are reached by arrows. */
  readonly isStop: boolean;
  readonly children: ReactNode;
}

export function ListButton({ filter, mark, isStop, children }: ListButtonProps): ReactElement {
  const { words, dispatch } = usePane();
  return (
    <button
      type="button"
      className="row"
      data-roving
      id={FOCUS.filter(filter)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => dispatch({ type: 'listOpened', filter })}
    >
      <Swatch mark={mark} />
      {children}
      <span className="hidden">{` ${words.openList}`}</span>
    </button>
  );
}
