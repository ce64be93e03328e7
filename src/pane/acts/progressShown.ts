/** When is progress shown? After a while only, and once it is shown it stays for a while. */

/** Shorter work shows no progress, and progress once shown stays as long. */
const PROGRESS_DELAY = 500;

export function shownLater(show: () => void): { longEnough(): Promise<void>; never(): void } {
  let shownAt: number | null = null;
  const timer = setTimeout(() => {
    shownAt = Date.now();
    show();
  }, PROGRESS_DELAY);
  return {
    longEnough: async () => {
      clearTimeout(timer);
      const left = shownAt === null ? 0 : shownAt + PROGRESS_DELAY - Date.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    },
    never: () => clearTimeout(timer),
  };
}
