/** What keeps us waiting for Excel, and who is told? A cell that is being edited, or another workbook that has come to the front. */
import type { ExcelWait } from '../engine/workbookPort';

/** A request that takes longer probably waits for the end of cell editing: clicking the pane does not end it (office-js #806). Milliseconds. */
const LONG = 3000;
const A_SECOND = 1000;

type Tell = (wait: ExcelWait | null) => void;

const listeners = new Set<Tell>();
const waits = new Map<symbol, ExcelWait>();

/** Answers how to stop listening. */
export function onWait(tell: Tell): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function told(): void {
  const all = [...waits.values()];
  const now = all.includes('book') ? 'book' : (all[0] ?? null);
  for (const tell of listeners) tell(now);
}

function begin(wait: ExcelWait): () => void {
  const id = Symbol(wait);
  waits.set(id, wait);
  told();
  return () => {
    waits.delete(id);
    told();
  };
}

/** Every request of this context says so when it takes long. */
export function watched<C extends Excel.RequestContext>(context: C): C {
  const sync = context.sync.bind(context);
  context.sync = async <T>(passed?: T): Promise<T> => {
    let end: () => void = () => undefined;
    const timer = setTimeout(() => (end = begin('cell')), LONG);
    try {
      return await sync(passed);
    } finally {
      clearTimeout(timer);
      end();
    }
  };
  return context;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const codeOf = (problem: unknown): string | null => (problem instanceof OfficeExtension.Error ? problem.code : null);

/** Excel's codes for "another workbook is in front" are codes for much else: asking for the selection tells. */
async function isAnotherInFront(context: Excel.RequestContext): Promise<boolean> {
  context.workbook.getSelectedRange().load('address');
  try {
    await context.sync();
    return false;
  } catch (problem) {
    return codeOf(problem) === 'InvalidSelection';
  }
}

const PERHAPS = new Set<string | null>(['GeneralException', 'InvalidSelection', 'ItemNotFound']);

/**
 * Does what Excel refuses while another workbook is in front (Microsoft's page on troubleshooting lists it): waits for the clerk to come back, as long as it
 * takes. What `act` asks for is sent when it ends; it is done again
 * from its beginning, and then looks first at what is there.
 */
export async function inFront(
  context: Excel.RequestContext,
  act: (attempt: number) => Promise<void> | void,
  between: () => Promise<void> | void = () => undefined,
): Promise<void> {
  let end: (() => void) | null = null;
  let isLastTry = false;
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await act(attempt);
        return await context.sync();
      } catch (problem) {
        if (!PERHAPS.has(codeOf(problem))) throw problem;
        const isAway = await isAnotherInFront(context);
        if (!isAway && isLastTry) throw problem;
        // Come back in this very moment: once more, and then it was something else.
        isLastTry = !isAway;
        if (!isAway) continue;
        end ??= begin('book');
        await pause(A_SECOND);
        await between();
      }
    }
  } finally {
    end?.();
  }
}
