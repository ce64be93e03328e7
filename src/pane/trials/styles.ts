/** The looks that only the check of this Excel has; the rest is the pane's. */
export const STYLES = [
  '.trials{display:grid;grid-template-columns:minmax(0,1fr);gap:10px;margin-top:8px}',
  '.trials>*{min-width:0}',
  '.trials>.fui-Button{justify-self:start}',
  '.trials section{display:grid;gap:8px;justify-items:start}',
  '.trials .strong{font-weight:600}',
  '.trial-list{list-style:none;margin:0;padding:0;width:100%}',
  '.trial-list li{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:8px;padding:4px 0;overflow-wrap:anywhere}',
  '.trial-mark{min-width:1.5em}',
  '.trial-question{display:flex;flex-wrap:wrap;gap:8px;align-items:center}',
  '.trial-question>p{flex-basis:100%;margin:0}',
].join('');
