/** The looks that only the view of 督促 has; the rest is the pane's. */
export const STYLES = [
  '.reminders{display:grid;grid-template-columns:minmax(0,1fr);gap:12px;margin-top:4px}',
  '.reminder-rows{list-style:none;margin:4px 0;padding:0}',
  '.reminder-rows li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:8px;align-items:start;padding:6px 0;border-top:1px solid var(--colorNeutralStroke2)}',
  '.reminder-rows li>div:only-child{grid-column:1/-1}',
  '.reminder-rows input{margin-top:3px}',
  '.reminders summary{display:flex;justify-content:space-between;gap:8px;padding:8px 0;cursor:pointer}',
  '.reminders summary::before{content:"▸";color:var(--colorNeutralForeground2)}',
  '.reminders details[open]>summary::before{content:"▾"}',
  '.reminders summary .row-name{flex:1}',
].join('');
