/** How does the focus reach an element that is not there yet? Views are fetched when they are opened, and rows of long lists come into being after the list has scrolled to them. */

/** Waits, however slow the intranet, until the element is there or the clerk has put the focus elsewhere. Answers how to give up. */
export function focusWhenThere(find: () => HTMLElement | null): () => void {
  const attempt = (): void => {
    const element = find();
    if (element === null) return;
    giveUp();
    element.focus();
  };
  const growth = new MutationObserver(attempt);
  const giveUp = (): void => {
    growth.disconnect();
    document.removeEventListener('focusin', giveUp);
  };
  growth.observe(document.body, { subtree: true, childList: true, attributeFilter: ['id', 'data-index'] });
  document.addEventListener('focusin', giveUp);
  attempt();
  return giveUp;
}
