/** How does the pane look? One sheet on Fluent's variables; colours of states, flags and verdicts come from palette.ts, and what opens later brings belowStyles.tsx. */
import { PALETTE_CSS } from './palette';

const FRAME = `
html,body,#pane{height:100%;margin:0}
.pane{height:100%;font-size:14px;line-height:20px;line-break:strict;overflow-wrap:break-word;font-variant-numeric:tabular-nums;font-synthesis:none;color:var(--colorNeutralForeground1);background:var(--colorNeutralBackground1)}
.pane *{box-sizing:border-box}
.pane[data-theme=dark]{color-scheme:dark}
.pane:lang(ja){word-break:auto-phrase}
.pane:lang(en) .unit{margin-left:3px}
.pane .part{display:inline-block}
.pane .hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pane :is(h1,h2,h3,p,ul,ol,dl,dd){margin:0;padding:0;font-size:14px;font-weight:400;line-height:20px}
.pane :is(ul,ol){list-style:none}
.pane h2,.pane h3{font-weight:600}
.pane .secondary{color:var(--colorNeutralForeground2);font-size:12px;line-height:16px}
.pane .number{text-align:right;white-space:nowrap}
.pane .unit{font-size:12px;margin-left:1px;color:var(--colorNeutralForeground2)}
.pane section{margin-top:16px}
.pane .view>section:first-child,.pane .import>section:first-child{margin-top:4px}
.shell{display:grid;grid-template-rows:auto minmax(0,1fr) auto;height:100%;position:relative}
.top{display:flex;align-items:center;height:44px;padding:0 44px 0 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.top nav{flex:1;min-width:0}
.top .fui-Tab{padding:12px;min-height:44px}
.body{overflow-y:scroll;overflow-x:hidden;padding:8px 12px 16px;position:relative;scroll-padding:8px}
.view{min-width:0;min-height:100%;display:flow-root}
.view:has(>.import){display:grid}
.foot{display:flex;flex-wrap:wrap;gap:8px;padding:7px 12px 8px;border-top:1px solid var(--colorNeutralStroke2)}
.pane .foot>button{flex:1 1 auto}
.pane .deed{min-height:32px;max-width:none}
.heading{display:flex;align-items:baseline;justify-content:space-between;gap:8px;flex-wrap:wrap}
.heading>.secondary{margin-left:auto}
.note{display:flex;gap:6px;align-items:flex-start;color:var(--colorNeutralForeground2);margin-top:8px!important}
.pane .note,.pane .note span{font-size:12px;line-height:18px}
.note svg{flex:none;margin-top:1px}
.note>span{min-width:0;overflow-wrap:anywhere}
.note.caution svg{color:var(--colorStatusWarningForeground3)}
.choices{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.pane .wrong{color:var(--colorPaletteRedForeground1);font-size:12px;line-height:16px}
.empty{padding:16px 0!important;color:var(--colorNeutralForeground2)}
.menu{position:relative}
.menu-list{position:absolute;right:0;top:100%;z-index:10;min-width:200px;padding:4px;border-radius:4px;background:var(--colorNeutralBackground1);border:1px solid var(--colorNeutralStroke1);box-shadow:var(--shadow8)}
.menu-list button{display:block;width:100%;min-height:36px;padding:4px 12px;border:0;border-radius:4px;background:none;font:inherit;color:inherit;text-align:left;cursor:pointer}
.menu-list button:hover{background:var(--colorNeutralBackground1Hover)}
.pane :is(.row,.slip-row,.fold,.menu-list button):focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:-2px;border-radius:4px}
.pane h2:focus{outline:none}
.pane h2:focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:2px;border-radius:4px}
.message{margin-bottom:8px}
.pane .message .fui-MessageBarActions{flex-wrap:wrap;align-items:center}
.pane .message .fui-MessageBarActions>*{flex:none;max-width:100%}
.pane .message .message-body{overflow-wrap:anywhere;white-space:normal}
.old-excel{padding:16px 12px}
.details{margin:16px 0;padding:8px;font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--colorNeutralStroke2);border-radius:4px}
`;

const IMPORT = `
.import{position:relative;min-width:0}
.drop{position:absolute;inset:0;display:grid;place-content:center;border:2px dashed var(--colorBrandStroke1);border-radius:4px;background:var(--colorNeutralBackground1);opacity:.94;font-weight:600;pointer-events:none}
.pane .first h2{font-size:16px;line-height:22px;margin-top:8px}
.steps{margin:12px 0 16px!important;counter-reset:step}
.steps li{display:flex;gap:8px;align-items:center;padding:4px 0;counter-increment:step}
.steps li::before{content:counter(step);flex:none;width:20px;height:20px;border:1px solid currentColor;border-radius:50%;text-align:center;line-height:18px;font-weight:600;font-size:12px}
.practice{margin-top:16px!important;display:grid;gap:2px;justify-items:start}
.files{margin:4px 0 8px!important}
.file{display:flex;align-items:center;gap:10px;padding:6px 0 6px 4px;border-bottom:1px solid var(--colorNeutralStroke2)}
.file>svg{flex:none}
.file-text{flex:1;min-width:0;display:grid}
.file-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.left-out .file-name{text-decoration:line-through;color:var(--colorNeutralForeground2)}
.badge{display:inline-block;padding:0 4px;border:1px solid var(--colorStatusWarningBorder2);border-radius:3px;color:var(--colorStatusWarningForeground3);font-size:12px;line-height:14px;white-space:nowrap}
.held{padding:4px 0 12px}
.tables{flex:1 1 168px;min-width:0}
.tables select{padding-right:28px;min-width:0}
.layout-field select{padding:0 26px 0 8px;letter-spacing:-.2px}
.as-of{max-width:220px}
.matching{display:grid;gap:8px;margin-top:8px}
.matching .fui-Field{grid-template-columns:132px minmax(0,1fr)}
.running{margin-top:8px}
.stage-now{margin:4px 0 12px!important;min-height:16px}
.stages li{display:flex;align-items:center;gap:8px;min-height:28px;color:var(--colorNeutralForeground2)}
.stages li.now{font-weight:600;color:var(--colorNeutralForeground1)}
.stages .stage-amount{margin-left:auto;font-size:12px;white-space:nowrap}
.stages svg{flex:none}
@media (prefers-reduced-motion:no-preference){.turning{animation:turn 1.2s linear infinite}}
@keyframes turn{to{transform:rotate(360deg)}}
`;

const RESULT = `
.pane .finance{display:block;margin-top:12px}
.verdict{display:flex;gap:8px;padding:8px 6px 8px 8px;border:1px solid var(--ink);border-left-width:4px;border-radius:4px;background:var(--fill)}
.pane .view>.verdict:first-child{margin-top:0}
.pane .verdict+.section{margin-top:10px}
.verdict-icon{flex:none;color:var(--ink);margin-top:2px}
.section .heading{margin-bottom:2px}
.fold{display:inline-flex;align-items:center;gap:4px;min-height:24px;margin-left:-4px;padding:0 4px;border:0;background:none;font:inherit;font-weight:600;color:inherit;cursor:pointer}
.totals{width:100%;border-collapse:collapse}
.totals th,.totals td{padding:4px 0 4px 8px;font-weight:400;text-align:left}
.totals :is(th,td):first-child{padding-left:4px}
.totals :is(th,td):last-child{padding-right:4px}
.totals thead th{font-size:12px;line-height:16px;padding-top:2px;padding-bottom:2px;color:var(--colorNeutralForeground2)}
.totals thead th,.totals tbody tr:last-child :is(th,td){border-bottom:1px solid var(--colorNeutralStroke2)}
.totals .number{text-align:right}
.totals .judgement{text-align:right;white-space:nowrap}
.totals .judgement svg{vertical-align:-3px;margin-right:4px}
.totals .differs{background:var(--fill)}
.totals .differs tr:first-child>*{font-weight:600}
.totals td.differs{color:var(--ink);background:none}
.totals .detail td{padding:0 8px 6px}
.totals .place{overflow-wrap:anywhere;font-size:12px;line-height:18px}
.two-values{display:grid;grid-template-columns:auto auto minmax(0,1fr);column-gap:12px}
.two-values dt{grid-column:1;color:var(--colorNeutralForeground2)}
.two-values dd{grid-column:2;text-align:right}
.two-values .meaning{grid-column:3;grid-row:3;margin-left:-4px;align-self:center;text-align:left;color:var(--colorNeutralForeground2);font-size:12px;line-height:16px}
.bar{display:flex;gap:2px;height:8px;margin:4px 0 6px}
.bar span{background:var(--bar);min-width:3px}
.trust{margin:2px 0 4px!important}
.row,.slip-row{position:relative}
.row{display:grid;grid-template-columns:24px minmax(0,1fr) auto minmax(88px,auto) 16px;align-items:center;gap:8px;width:100%;min-height:32px;padding:3px 4px;border:0;border-bottom:1px solid var(--colorNeutralStroke2);background:none;font:inherit;color:inherit;text-align:left}
button.row,.slip-row{cursor:pointer}
.row-head{min-height:20px;padding-block:0}
button.row:hover,button.slip-row:hover{background:var(--colorNeutralBackground1Hover)}
.unknown>p{padding:4px 4px 4px 36px!important;border-bottom:1px solid var(--colorNeutralStroke2)}
.unknown>.row{border-bottom:0}
.swatch{display:inline-grid;place-content:center;width:24px;height:24px;border:1px solid var(--ink);border-radius:4px;background:var(--fill);color:var(--ink)}
.chip{display:inline-flex;align-items:center;gap:4px;padding:1px 6px 1px 4px;border:1px solid var(--ink);border-radius:4px;background:var(--fill);color:var(--ink);font-size:14px;line-height:20px;white-space:nowrap}
.chip svg{flex:none}
.dashed{border-style:dashed}
.chips{display:flex;flex-wrap:wrap;gap:4px}
.flags{display:grid;grid-template-columns:1fr 1fr;column-gap:12px}
.flags .row{grid-template-columns:24px minmax(0,1fr) auto}
@media (max-width:299px){.flags{grid-template-columns:1fr}.two-values .meaning{grid-column:1/-1;grid-row:auto;margin:0}.totals th{overflow-wrap:anywhere}.totals th,.totals td{padding-left:4px}}
.flags .row{height:100%}
.some{display:block;font-size:12px;line-height:14px;color:var(--colorNeutralForeground2)}
.findings-row{grid-template-columns:minmax(0,1fr) auto 16px;margin-top:16px}
.facts{margin-top:8px!important}
`;

const ADAPTING = `
[data-touch=true] :is(.row,.fold,.slip-row,.menu-list button){min-height:44px}
[data-touch=true] .choice{min-height:44px}
[data-touch=true] .fui-Button{min-height:44px;min-width:44px}
@media (forced-colors:active){
.bar{display:none}
.verdict,.swatch,.chip{border-color:CanvasText}
.chip,.badge{forced-color-adjust:none;border-color:CanvasText;background:Canvas;color:CanvasText}
.pane :is(.run-verdict svg,.note svg,.finding h3 svg,.verdict-icon,.wrong,.totals td.differs){color:CanvasText}
.totals tbody.differs{outline:1px solid CanvasText;outline-offset:-1px}
.pane :is(.row,.slip-row,.fold,.menu-list button,h2):focus-visible{outline-color:Highlight}
.drop{opacity:1}
}
`;

export const STYLES = [FRAME, IMPORT, RESULT, PALETTE_CSS, ADAPTING].join('').replaceAll('\n', '');
