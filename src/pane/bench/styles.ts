/** The looks that only the layout bench has; the rest is the pane's. Text on its fill is at least 7 : 1. */
const LIGHT = ['#dcf0ff/#00316a', '#ffeb99/#4d3c00', '#ecddff/#30016c', '#d0f5a2/#1e2d00', '#ffdada/#500000', '#c2e5d1/#032213'];
const DARK = ['#00316a/#dcf0ff', '#4d3c00/#ffeb99', '#30016c/#ecddff', '#2c4100/#d0f5a2', '#500000/#ffdada', '#0c472a/#c2e5d1'];

const colours = (pairs: readonly string[], scope: string): string =>
  pairs
    .map((pair, index) => {
      const [fill, text] = pair.split('/');
      return `${scope}.colour-${index}{background:${fill};color:${text}}`;
    })
    .join('');

export const STYLES = [
  colours(LIGHT, '.bench '),
  colours(DARK, '[data-theme=dark] .bench '),
  '.bench .colour-none{background:var(--colorNeutralBackground3);color:var(--colorNeutralForeground2)}',
  '.bench h3{margin-bottom:4px}',
  '.bench details{margin-top:6px}',
  '.bench summary{cursor:pointer;padding:4px 0}',
  '.bench-mark{display:flex;gap:6px;align-items:flex-start}',
  '.bench-mark svg{flex:none;margin-top:2px;color:var(--colorStatusSuccessForeground1)}',
  '.bench-mark.wanting svg{color:var(--colorStatusWarningForeground3)}',
  ".bytes{position:relative;max-height:232px;overflow:auto;margin-top:6px;border:1px solid var(--colorNeutralStroke1);border-radius:4px;font:13px/18px Consolas,'MS Gothic','BIZ UDGothic','Noto Sans Mono CJK JP',monospace}",
  '.bytes:focus-visible,.bench-item:focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:-2px}',
  '.bytes-inner{position:relative;min-width:100%}',
  '.bytes-head{position:sticky;top:0;z-index:2;background:var(--colorNeutralBackground1);border-bottom:1px solid var(--colorNeutralStroke2)}',
  '.ruler{position:relative;height:16px;font-size:13px;color:var(--colorNeutralForeground2)}',
  '.ruler span{position:absolute;top:0;padding-left:1px;border-left:1px solid currentColor;line-height:16px}',
  '.bytes-titles{position:relative;height:24px}',
  '.byte-title{position:absolute;top:0;height:24px;overflow:hidden;white-space:nowrap;line-height:24px;text-align:center;cursor:pointer}',
  '.boundary{position:absolute;top:0;width:9px;height:24px;margin-left:-5px;cursor:col-resize;touch-action:none;z-index:1}',
  '.boundary::before{content:"";position:absolute;left:4px;top:0;bottom:0;width:1px;background:var(--colorNeutralStrokeAccessible)}',
  '.boundary:focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:-1px}',
  '.bytes-row{position:absolute;top:0;left:0;width:100%;height:40px}',
  '.bytes-line{position:relative;height:20px;cursor:pointer}',
  '.segment{position:absolute;top:1px;height:18px;overflow:hidden;white-space:pre}',
  '.segment.on,.byte-title.on{outline:2px solid var(--colorCompoundBrandStroke);outline-offset:-2px;font-weight:600}',
  '.one-char,.wide-char{display:inline-block;overflow:hidden;vertical-align:top;width:1ch}.wide-char{width:2ch}',
  '.byte-cursor{position:absolute;top:0;width:1ch;height:20px;border:2px solid var(--colorStrokeFocus2);pointer-events:none}',
  '.bytes-value{position:sticky;left:0;width:max-content;max-width:280px;overflow:hidden;text-overflow:ellipsis;white-space:pre;font:12px/18px inherit;font-family:inherit;color:var(--colorNeutralForeground2)}',
  '.bytes-value strong{color:var(--colorNeutralForeground1);font-weight:600}',
  '.bytes-cursor{min-height:20px;overflow-wrap:anywhere}',
  '.bench-items>li{border-bottom:1px solid var(--colorNeutralStroke2)}',
  '.bench-item{display:grid;grid-template-columns:24px minmax(0,1fr) auto;gap:0 8px;align-items:center;width:100%;min-height:44px;padding:4px;border:0;background:none;font:inherit;color:inherit;text-align:left;cursor:pointer}',
  '.bench-item.on{background:var(--colorNeutralBackground1Selected)}',
  '.item-number{display:grid;place-content:center;height:20px;border-radius:3px;font-size:12px}',
  '.item-title{min-width:0;overflow-wrap:anywhere}',
  '.item-place{text-align:right;white-space:nowrap}',
  '.item-about{grid-column:2/-1;overflow-wrap:anywhere}',
  '.item-about code{display:block;overflow:hidden;text-overflow:ellipsis;white-space:pre;font-size:12px}',
  '.item-evidence{display:block}',
  '.bench-sum{position:sticky;bottom:-16px;padding:6px 4px!important;font-weight:600!important;text-align:right;background:var(--colorNeutralBackground1);border-top:1px solid var(--colorNeutralStroke1)}',
  '.bench-sum.wanting{color:var(--colorPaletteRedForeground1)}',
  '.bench-editor{display:grid;gap:8px;justify-items:start;padding:8px 4px 12px 36px}',
  '.bench-editor .fui-Field{width:100%}',
  '.bench-insert{display:grid;gap:6px}',
  '.bench-checked{display:grid;gap:8px}',
  '.bench-paste{width:100%}',
  '.bench .fui-TabList{flex-wrap:wrap;margin:0 -4px}',
  '.bench .fui-Tab{padding:6px 4px}',
  '@media (forced-colors:active){.segment,.byte-title,.item-number{border-right:1px solid CanvasText}.segment.on,.byte-title.on{outline-color:Highlight}.byte-cursor{border-color:Highlight}.bench-sum.wanting,.bench-mark svg{color:CanvasText}}',
].join('');
