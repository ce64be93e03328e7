/** Which colours and shapes does the view of the workbook have, by day and by night? */
import { makeStyles, tokens } from '@fluentui/react-components';

/** Colours of the grid; cells that have a fill of their own keep it. */
export interface GridColors {
  readonly cell: string;
  readonly text: string;
  readonly line: string;
  readonly frozenLine: string;
  readonly header: string;
  readonly headerText: string;
  readonly headerOn: string;
  readonly headerOnText: string;
  readonly accent: string;
  readonly selection: string;
  /** Row numbers between which a filter left rows out. */
  readonly filtered: string;
}

export const LIGHT: GridColors = {
  cell: '#ffffff',
  text: '#000000',
  line: '#e3e3e3',
  frozenLine: '#9a9a9a',
  header: '#f5f5f5',
  headerText: '#5c5c5c',
  headerOn: '#d3e9dc',
  headerOnText: '#0b5a2e',
  accent: '#107c41',
  selection: 'rgba(16, 124, 65, 0.12)',
  filtered: '#0b4fb3',
};

export const DARK: GridColors = {
  cell: '#1f1f1f',
  text: '#f0f0f0',
  line: '#3b3b3b',
  frozenLine: '#7a7a7a',
  header: '#292929',
  headerText: '#bdbdbd',
  headerOn: '#1f4631',
  headerOnText: '#c9efd9',
  accent: '#5cc98e',
  selection: 'rgba(92, 201, 142, 0.22)',
  filtered: '#7db7ff',
};

export const FONTS = "'Yu Gothic', '游ゴシック', 'YuGothic', 'Noto Sans CJK JP', Meiryo, sans-serif";

/** Pixels of the strips around the cells. */
export const ROW_HEADER = 54;
export const COLUMN_HEADER = 24;

export const useViewStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateRows: 'auto auto auto minmax(0, 1fr) auto auto',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: '13px',
  },
  titleBar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  appMark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '5px',
    backgroundColor: '#107c41',
    color: '#ffffff',
    flexShrink: 0,
  },
  bookName: { margin: 0, fontSize: '14px', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  note: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2, fontSize: '12px', whiteSpace: 'nowrap' },
  grow: { flexGrow: 1 },
  formulaBar: {
    display: 'grid',
    gridTemplateColumns: '112px auto minmax(0, 1fr)',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  formulaMark: { color: tokens.colorNeutralForeground3, fontStyle: 'italic', fontFamily: 'Georgia, serif' },
  formula: {
    minHeight: '24px',
    padding: '2px 8px',
    fontFamily: FONTS,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  scroller: {
    position: 'relative',
    overflow: 'auto',
    outlineStyle: 'none',
    userSelect: 'none',
    contain: 'strict',
    fontFamily: FONTS,
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  grid: { outlineStyle: 'none', userSelect: 'none' },
  tabs: {
    display: 'flex',
    alignItems: 'stretch',
    gap: '2px',
    padding: '0 8px',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '32px',
    padding: '0 14px',
    border: 'none',
    borderBottom: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  tabOn: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: '#107c41',
  },
  tabName: {
    width: '120px',
    margin: '4px 0',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  statusBar: {
    display: 'flex',
    gap: '18px',
    padding: '3px 12px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: '12px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    fontVariantNumeric: 'tabular-nums',
  },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  editor: {
    position: 'absolute',
    zIndex: 6,
    inset: '-1px',
    width: 'calc(100% + 2px)',
    minWidth: '72px',
    boxSizing: 'border-box',
    padding: '0 3px',
    border: '2px solid #107c41',
    font: 'inherit',
    outlineStyle: 'none',
    userSelect: 'text',
  },
  filterButton: {
    position: 'absolute',
    right: '2px',
    bottom: '2px',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '18px',
    height: '18px',
    padding: 0,
    border: '1px solid #b5b5b5',
    borderRadius: '3px',
    backgroundColor: '#ffffff',
    color: '#444444',
    cursor: 'pointer',
    zIndex: 2,
    ':hover': { backgroundColor: '#e8f3ec' },
  },
  filterButtonOn: { backgroundColor: '#107c41', color: '#ffffff', border: '1px solid #107c41', ':hover': { backgroundColor: '#0c5f32' } },
  filterMenu: { display: 'flex', flexDirection: 'column', gap: '4px', width: '260px' },
  filterAct: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
  filterValues: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '220px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  filterActions: { display: 'flex', justifyContent: 'space-between', gap: '8px', marginTop: '4px' },
  badge: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '13px',
    height: '13px',
    lineHeight: '13px',
    textAlign: 'center',
    fontSize: '10px',
    fontWeight: 700,
    color: '#ffffff',
    backgroundColor: '#bc4b09',
    borderBottomRightRadius: '4px',
    zIndex: 2,
  },
  chart: {
    position: 'absolute',
    zIndex: 1,
    boxSizing: 'border-box',
    padding: '6px',
    backgroundColor: '#ffffff',
    color: '#1a1a1a',
    border: '1px solid #c8c8c8',
    borderRadius: '4px',
    overflow: 'hidden',
  },
});
