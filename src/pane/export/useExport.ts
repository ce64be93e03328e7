/** Where is the export now: choosing, working, done? Leaving the page stops what is not written down yet. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import type { ExportProgress } from '../../engine/exportProtocol';
import { usePane } from '../context';
import type { ExportEnd, ExportFailure } from './exportFile';
import { contentOf, passwordOf, withoutPassword, type ExportForm } from './form';
import { useExportWords } from './useExportWords';

export type Handed = Extract<ExportEnd, { readonly end: 'opened' | 'toSave' }> & { readonly isEncrypted: boolean };

export type Phase =
  | { readonly at: 'choosing'; readonly failure: ExportFailure | null }
  | { readonly at: 'working'; readonly progress: ExportProgress }
  | { readonly at: 'done'; readonly end: Handed };

export interface Exporting {
  readonly form: ExportForm;
  readonly phase: Phase;
  /** A new choice takes back what was said about the last attempt. */
  readonly change: (change: Partial<ExportForm>) => void;
  readonly start: (templates: readonly CsvTemplate[]) => void;
  readonly stop: () => void;
  readonly again: () => void;
}

const AT_FIRST: Phase = { at: 'choosing', failure: null };

export function useExport(initial: ExportForm, isAtOnce: boolean): Exporting {
  const { acts } = usePane();
  const own = useExportWords();
  const [form, setForm] = useState(initial);
  const [phase, setPhase] = useState<Phase>(AT_FIRST);
  const stopping = useRef<AbortController | null>(null);

  const start = useCallback(
    async (chosen: ExportForm, templates: readonly CsvTemplate[]): Promise<void> => {
      const stop = new AbortController();
      stopping.current = stop;
      setPhase({ at: 'working', progress: { step: 'make', share: 0 } });
      const request = { content: contentOf(chosen, templates), password: passwordOf(chosen) };
      const isEncrypted = request.password !== null;
      setForm(withoutPassword(chosen));
      const end = await acts.exporting.export(request, (progress) => setPhase({ at: 'working', progress }), stop.signal);
      stopping.current = null;
      switch (end.end) {
        case 'stopped':
          setPhase(AT_FIRST);
          return acts.say(own.stopped);
        case 'failed':
          setPhase({ at: 'choosing', failure: end.failure });
          return;
        default:
          setPhase({ at: 'done', end: { ...end, isEncrypted } });
          acts.say(`${end.end === 'opened' ? own.opened : own.toSave}${own.isSaved}`);
      }
    },
    [acts, own],
  );

  const hasBegun = useRef(false);
  useEffect(() => {
    if (isAtOnce && !hasBegun.current) void start(initial, []);
    hasBegun.current = true;
  }, [isAtOnce, initial, start]);
  useEffect(() => () => stopping.current?.abort(), []);

  return {
    form,
    phase,
    change: (change) => {
      setForm({ ...form, ...change });
      setPhase(AT_FIRST);
    },
    start: (templates) => void start(form, templates),
    stop: () => stopping.current?.abort(),
    again: () => setPhase(AT_FIRST),
  };
}
