/** How does the focus reach an element that is not there yet? Rows of long lists come into being after the list has scrolled to them. */

/** Frames that are waited for: a third of a second. */
const TRIES = 20;

/** Answers how to give up. */
export function focusWhenThere(find: () => HTMLElement | null): () => void {
  let frame = 0;
  const attempt = (tries: number): void => {
    const element = find();
    if (element !== null) element.focus();
    else if (tries > 0) frame = requestAnimationFrame(() => attempt(tries - 1));
  };
  attempt(TRIES);
  return () => cancelAnimationFrame(frame);
}
