/** How does the search look? It comes with the search itself, not with the pane. */
export const SEARCH_STYLES = `
.search-bar{display:flex;gap:4px;align-items:center;min-height:32px;margin-bottom:8px}
.search-bar .search{flex:1;margin:0;min-width:0}
.pane .counter{margin-top:0}
.pane .counter .to-check{margin:0 0 12px}
.pane .counter .to-check h3{margin-top:8px}
.counter td,.counter th{overflow-wrap:anywhere}
`.replaceAll('\n', '');
