/** What was found wrong, the gravest first: where, both values, what to do. */
import { Button, Link } from '@fluentui/react-components';
import { ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import { useMemo, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import type { FindingView, RunView } from '../../engine/protocol';
import { SubView } from '../subView';
import { VirtualRows } from '../virtualRows';
import { findingItems, type FindingItem } from './findingItems';

export function FindingsView({ result }: { readonly result: RunView }): ReactElement {
  const { words, dispatch } = usePane();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const items = useMemo(() => findingItems(result.findings, open), [result, open]);
  const toggle = (first: number): void => {
    const next = new Set(open);
    if (!next.delete(first)) next.add(first);
    setOpen(next);
  };
  return (
    <SubView
      back={words.tabs.result}
      onBack={() => dispatch({ type: 'wentBack' })}
      beside={words.findingCounts(result.verdict.errors, result.verdict.warnings)}
      title={words.findingsTitle}
    >
      {items.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <VirtualRows
          label={words.findingsTitle}
          count={items.length}
          height={140}
          render={(index, isStop) => <Item item={items[index]!} isStop={isStop} onFold={toggle} />}
        />
      )}
    </SubView>
  );
}

interface ItemProps {
  readonly item: FindingItem;
  readonly isStop: boolean;
  readonly onFold: (first: number) => void;
}

function Item({ item, isStop, onFold }: ItemProps): ReactElement {
  const { words } = usePane();
  if (item.of === 'finding') return <FindingCard finding={item.finding} isStop={isStop} />;
  return (
    <div className="finding-fold">
      <Button data-row tabIndex={isStop ? 0 : -1} size="small" aria-expanded={item.isOpen} onClick={() => onFold(item.first)}>
        {item.isOpen ? words.foldSame : words.sameContent(item.hidden)}
      </Button>
    </div>
  );
}

function FindingCard({ finding, isStop }: { readonly finding: FindingView; readonly isStop: boolean }): ReactElement {
  const { words, acts } = usePane();
  const { severity, title, place, sentence } = finding;
  return (
    <article className={`finding ${severity}`}>
      <h3>
        {severity === 'error' ? <ErrorCircle16Filled aria-hidden="true" /> : <Warning16Filled aria-hidden="true" />}
        {`${words.severities[severity]}${words.product.afterPlace}${title}`}
      </h3>
      {place !== '' && <p className="finding-place">{place}</p>}
      <p>{sentence}</p>
      <Link as="button" inline data-row tabIndex={isStop ? 0 : -1} onClick={() => void acts.showing.showFinding(finding)}>
        {words.openCheckRow}
        <span className="hidden">{` ${title} ${place}`}</span>
      </Link>
    </article>
  );
}
