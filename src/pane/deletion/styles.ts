/** The looks that only the deletion's view has; the rest is the pane's. */
export const STYLES = [
  '.deletion{display:grid;grid-template-columns:minmax(0,1fr);gap:12px;margin-top:8px}',
  '.deletion>*{min-width:0}',
  '.deletion>.fui-Button{justify-self:start}',
  '.deletion>.proceed{justify-self:stretch}',
  '.deletion h3{margin-top:10px}',
  '.deletion .choice{padding:4px 0}',
  '.choice-text{display:grid;min-width:0}',
  '.choice-list{max-height:280px;overflow-y:auto}',
  '.fates li{display:flex;justify-content:space-between;gap:8px;padding:3px 4px}',
  '.fates .secondary{flex:none}',
  '.deletion .strong{font-weight:600}',
].join('');
