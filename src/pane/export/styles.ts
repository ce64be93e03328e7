/** How does the export view look? Fetched with it. */
export const EXPORT_STYLES = `
.export{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;margin-top:8px}
.export>.note{margin-top:-8px!important}
.pane .export h3{font-weight:600}
.pane .export h3:focus{outline:none}
.pane .export h3:focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:2px;border-radius:4px}
.pane .export h4{margin:0;font-size:14px;line-height:20px;font-weight:400}
.kinds{display:grid;gap:4px;margin:0;padding:0;border:0;min-width:0}
.kind{display:grid;grid-template-columns:18px minmax(0,1fr);column-gap:8px;align-items:center;padding:6px 0;cursor:pointer}
.kind input{grid-row:1;width:18px;height:18px;margin:0;accent-color:var(--colorCompoundBrandBackground)}
.kind .secondary{grid-column:2}
.kind:has(:checked)>span:first-of-type{font-weight:600}
.password{display:grid;gap:8px}
.template{display:grid;grid-template-columns:minmax(0,1fr)}
.template-columns li{display:grid;grid-template-columns:minmax(0,1fr) auto auto auto;align-items:center;gap:2px;padding:4px 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.template-columns .column-header{grid-column:1/-1;min-width:0}
.exporting,.exported{display:grid;grid-template-columns:minmax(0,1fr);gap:8px;justify-items:start;margin-top:8px}
.exporting>*{width:100%}
@media (prefers-reduced-motion:no-preference){.exporting{animation:appear 0s .5s both}}
@keyframes appear{from{visibility:hidden}to{visibility:visible}}
.pane :is(.exporting,.exported) h3{font-weight:600}
.file-to-be{padding:6px 8px!important;border:1px solid var(--colorNeutralStroke1);border-radius:4px;overflow-wrap:anywhere;user-select:all}
.pane .foot-said{flex:1 0 100%;max-height:96px;overflow-y:auto}
.pane .download{color:var(--colorBrandForegroundLink);overflow-wrap:anywhere}
.exported h3{margin-top:8px!important}
@media (forced-colors:active){.pane .download{color:LinkText}}
[data-touch=true] .kind{min-height:44px}
`;
