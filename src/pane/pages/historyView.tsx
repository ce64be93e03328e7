/** 履歴: which files were read when, and with what result? What was exported, and deleted? */
import { Button, Link } from '@fluentui/react-components';
import { Checkmark16Regular, ErrorCircle16Filled, Subtract16Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import { usePane } from '../context';
import type { HistoryDeed } from '../../sheet/held';
import { termsJa } from '../../words/terms.ja';
import type { VerdictKind } from '../../verdict';
import { UndoDialog } from './undoDialog';
import { historyItems, type ShownRun } from './historyEntries';

export function HistoryView(): ReactElement {
  const { state, words, dispatch } = usePane();
  const [asked, setAsked] = useState<ShownRun | null>(null);
  const items = state.workbook === null ? [] : historyItems(state.workbook);
  return (
    <section>
      <h2>{words.tabs.history}</h2>
      {items.length === 0 ? (
        <p className="empty">{words.historyEmpty}</p>
      ) : (
        <ol className="history">
          {items.map((item, index) =>
            item.of === 'run' ? <RunEntry key={index} run={item.run} onUndo={() => setAsked(item.run)} /> : <DeedEntry key={index} deed={item.deed} />,
          )}
        </ol>
      )}
      {items.some((item) => item.of === 'run' && item.run.canBeUndone) && state.running === null && (
        <div className="choices">
          <Button size="small" onClick={() => dispatch({ type: 'pageOpened', page: 'deletion' })}>
            {words.pages.deletion}
          </Button>
        </div>
      )}
      {asked !== null && <UndoDialog run={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** The words stand as they were written. */
function DeedEntry({ deed: { runAt, operation, file } }: { readonly deed: HistoryDeed }): ReactElement {
  const { time } = usePane();
  return (
    <li className="run">
      <div className="heading">
        <h3>{time(runAt)}</h3>
        <span>{operation}</span>
      </div>
      <p className="run-files">{file}</p>
    </li>
  );
}

function RunEntry({ run, onUndo }: { readonly run: ShownRun; readonly onUndo: () => void }): ReactElement {
  const { state, words, time } = usePane();
  const { runAt, files, details, findings, verdict, isUndone, isDeleted, canBeUndone } = run;
  const counts = findings === null ? '' : `${words.between}${words.findingCounts(findings.errors, findings.warnings)}`;
  return (
    <li className={isUndone || isDeleted ? 'run undone' : 'run'}>
      <div className="heading">
        <h3>{time(runAt)}</h3>
        <span>{isUndone ? words.undone : isDeleted ? words.deleted : verdict !== null && <RunVerdict word={verdict} />}</span>
      </div>
      <p title={files.map(({ name }) => name).join('\n')} className="run-files">
        {words.historyFiles(files[0]?.name ?? '', files.length - 1)}
      </p>
      <p className="secondary">{`${words.details(details)}${counts}`}</p>
      {canBeUndone && state.running === null && (
        <Link as="button" inline onClick={onUndo}>
          {words.undo}
          <span className="hidden">{` ${time(runAt)}`}</span>
        </Link>
      )}
    </li>
  );
}

/** The word stands as it was written, in the language of that run; an icon stands by it where its meaning is known. */
function RunVerdict({ word }: { readonly word: string }): ReactElement {
  const { product } = usePane().words;
  const kind = kindOf(word, product.verdicts) ?? kindOf(word, termsJa.verdicts);
  if (kind === undefined) return <span>{word}</span>;
  const Icon = kind === 'agrees' ? Checkmark16Regular : kind === 'unchecked' ? Subtract16Regular : ErrorCircle16Filled;
  return (
    <span className={`run-verdict verdict-${kind}`}>
      <Icon aria-hidden="true" />
      {word}
    </span>
  );
}

function kindOf(word: string, verdicts: Record<VerdictKind, string>): VerdictKind | undefined {
  return (Object.keys(verdicts) as VerdictKind[]).find((kind) => verdicts[kind] === word);
}
