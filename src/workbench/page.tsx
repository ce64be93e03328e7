/** Where do the workbook and its pane stand on the screen? Side by side, with a line between them that can be moved. */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { ExcelHost } from './host/excelHost';
import { Workbench } from './ui/Workbench';

/** Of the pane, in pixels: as narrow as Excel lets it be, and as it opens. */
const NARROWEST = 320;
const USUAL = 380;
const WIDEST = 900;
const STEP = 10;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

const WORDS = {
  ja: { pane: '作業ウィンドウ', divider: '作業ウィンドウの幅' },
  en: { pane: 'Task pane', divider: 'Width of the task pane' },
};

export function Page({ host }: { readonly host: ExcelHost }): ReactElement {
  const [width, setWidth] = useState(() => within(Number(new URLSearchParams(location.search).get('pane') ?? USUAL)));
  const language = host.locale.startsWith('en') ? 'en' : 'ja';
  const words = WORDS[language];
  const frame = useRef<HTMLIFrameElement>(null);
  const toPane = (event: KeyboardEvent): void => {
    if (event.key === 'F6') frame.current?.contentWindow?.focus();
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setWidth(within(window.innerWidth - event.clientX));
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by !== undefined) setWidth(within(width + by));
  };
  return (
    <>
      <main className="book" onKeyDown={toPane}>
        <Workbench host={host} language={language} isDark={host.isDark} />
      </main>
      <aside className="beside" aria-label={words.pane}>
        <div
          className="divider"
          role="separator"
          aria-orientation="vertical"
          aria-label={words.divider}
          aria-valuemin={NARROWEST}
          aria-valuemax={WIDEST}
          aria-valuenow={width}
          tabIndex={0}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onKeyDown={step}
        />
        <iframe ref={frame} className="pane" src="workbook-pane.html" title={words.pane} style={{ width }} />
      </aside>
    </>
  );
}
