/** What is the id of the part of the pane that scrolls? */
export const SCROLLER = 'pane-body';
