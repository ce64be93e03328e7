/** How does look what opens below the first views: lists, slips, dialogs, pages? Fetched beside the entry, at once. */
import type { ReactElement } from 'react';

const BELOW = `
.sub-head{display:flex;align-items:center;justify-content:space-between;gap:8px;margin:-4px 0 4px -8px;min-height:32px}
.pane .back{min-width:0;padding:0 8px 0 4px;font-weight:400}
.beside{display:flex;align-items:center;gap:2px;color:var(--colorNeutralForeground2);white-space:nowrap}
.sub-view>h2{font-size:16px;line-height:22px;margin-bottom:4px}
.marked{display:inline-flex;align-items:center;gap:8px}
.sub-view>h2:has(.marked){margin-bottom:8px}
.search{width:100%;margin:8px 0 4px}
.virtual{position:relative}
.virtual>li{position:absolute;top:0;left:0;width:100%}
.slip-row{display:block;width:100%;min-height:52px;padding:6px 4px;border:0;border-bottom:1px solid var(--colorNeutralStroke2);background:none;font:inherit;color:inherit;text-align:left}
.slip-line{display:flex;justify-content:space-between;align-items:baseline;gap:8px}
.slip-line.second{align-items:center;min-height:20px;flex-wrap:wrap}
.slip-line .secondary{white-space:nowrap}
.slip-row .chips{margin-left:auto;justify-content:flex-end}
.slip-row .chip{font-size:12px;line-height:16px;padding:0 5px 0 3px}
.slip-row .chip svg{width:14px;height:14px}
.loading{color:var(--colorNeutralForeground2)}
.finding{padding:8px 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.finding h3{display:flex;gap:6px;align-items:flex-start}
.finding h3 svg{flex:none;margin-top:2px}
.finding.error h3 svg{color:var(--colorPaletteRedForeground1)}
.finding.warning h3 svg{color:var(--colorStatusWarningForeground3)}
.finding p{overflow-wrap:anywhere}
.finding-place{color:var(--colorNeutralForeground2)}
.finding-fold{padding:8px 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.sub-view>.secondary+.chips{margin-top:6px}
.to-check{margin-top:12px!important;padding:6px 10px;border-left:4px solid var(--colorNeutralStroke1);background:var(--colorNeutralBackground2)}
.to-check h3{font-size:12px!important;line-height:16px!important;color:var(--colorNeutralForeground2)}
.facts-grid{display:grid;grid-template-columns:1fr 1fr;column-gap:16px;margin-top:12px!important}
.fact{display:flex;justify-content:space-between;gap:8px;min-height:30px;padding:5px 0;border-bottom:1px solid var(--colorNeutralStroke2);min-width:0}
.fact dt{flex:none;color:var(--colorNeutralForeground2)}
.fact dd{text-align:right;overflow-wrap:anywhere;min-width:0}
.fact.wide{grid-column:1/-1}
@media (max-width:299px){.facts-grid{grid-template-columns:1fr}}
.pane .payments+h3{margin-top:12px}
.payment{padding:6px 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.payment-head{display:flex;justify-content:space-between;gap:8px;font-weight:600}
.payment.gone .payment-head{text-decoration:line-through;font-weight:400}
.notice{display:flex;gap:6px;align-items:flex-start;overflow-wrap:anywhere}
.notice svg{flex:none;margin-top:2px}
.notice>div{flex:1;min-width:0}
.history .run{padding:8px 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.run-files{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.run-verdict{display:inline-flex;align-items:center;gap:4px}
.run-verdict svg{color:var(--ink)}
.undone{color:var(--colorNeutralForeground2)}
.undone h3{text-decoration:line-through}
.dialog{max-width:min(320px,calc(100vw - 24px));padding:16px;border:1px solid var(--colorNeutralStroke1);border-radius:8px;background:var(--colorNeutralBackground1);color:inherit;box-shadow:var(--shadow16)}
.dialog::backdrop{background:rgb(0 0 0/.4)}
.dialog h2{font-size:16px!important;line-height:22px!important;margin-bottom:8px!important}
.dialog .choices{margin-top:16px;justify-content:flex-end}
.settings{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;margin-top:8px}
.layout-field{display:grid;grid-template-columns:minmax(0,1fr);gap:8px;justify-items:start}
.layout-field .fui-Field{width:100%}
.pane .fui-Select,.pane .fui-Select__select{min-width:0;max-width:100%}
.radios{margin:0;padding:0;border:0;min-width:0}
.radios legend{padding:0}
.choice-line{display:flex;flex-wrap:wrap;column-gap:20px}
.choice{display:flex;align-items:center;gap:8px;min-height:32px;cursor:pointer}
.choice input{flex:none;width:18px;height:18px;margin:0;accent-color:var(--colorCompoundBrandBackground)}
.sentences li{position:relative;padding:2px 0 2px 14px}
.sentences li::before{content:'・';position:absolute;left:-2px}
.legend>div{display:grid;grid-template-columns:128px minmax(0,1fr);gap:8px;align-items:center;padding:4px 0}
.sub-view>p,.sub-view>.fui-Button{margin-top:8px}
.empty .fui-Button{margin-top:8px}
`;

const TEXT = BELOW.replaceAll('\n', '');

export function BelowStyles(): ReactElement {
  return <style>{TEXT}</style>;
}
