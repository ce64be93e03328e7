/** Where do workbooks and pane stand on the screen? Side by side, with a line between them that can be moved; workbooks that the pane has made, behind tabs. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement, type RefObject } from 'react';
import { ExcelHost } from './host/excelHost';
import { downloaded, openedFrom } from './ui/files';
import { Workbench } from './ui/Workbench';

/** Of the pane, in pixels: as narrow as Excel lets it be, and as it opens. */
const NARROWEST = 320;
const USUAL = 380;
const WIDEST = 900;
const STEP = 10;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

const WORDS = {
  ja: { books: '開いているブック', pane: '作業ウィンドウ', divider: '作業ウィンドウの幅' },
  en: { books: 'Open workbooks', pane: 'Task pane', divider: 'Width of the task pane' },
};

/** `host`: the workbook that the pane works in; its workbook may be another one after a file was opened in it. */
export function Page({ host }: { readonly host: ExcelHost }): ReactElement {
  const language = host.locale.startsWith('en') ? 'en' : 'ja';
  const words = WORDS[language];
  const [books, setBooks] = useState<readonly ExcelHost[]>([host]);
  const [shown, setShown] = useState(host);
  useEffect(
    () =>
      host.onCreateWorkbook(({ workbook }) => {
        const made = new ExcelHost({ locale: host.locale, isDark: host.isDark });
        made.open(workbook);
        setBooks((open) => [...open, made]);
        setShown(made);
      }),
    [host],
  );
  const frame = useRef<HTMLIFrameElement>(null);
  const toPane = (event: KeyboardEvent): void => {
    if (event.key === 'F6') frame.current?.contentWindow?.focus();
  };
  return (
    <>
      <main className="book" onKeyDown={toPane}>
        {books.length > 1 && <Books {...{ books, shown, setShown }} label={words.books} />}
        <div className="sheets">
          <Workbench
            key={books.indexOf(shown)}
            host={shown}
            language={language}
            isDark={host.isDark}
            onSave={downloaded}
            onOpen={(file) => openedFrom(shown, file)}
          />
        </div>
      </main>
      <aside className="beside" aria-label={words.pane}>
        <Divider label={words.divider} pane={frame} />
        <iframe ref={frame} className="pane" src="workbook-pane.html" title={words.pane} />
      </aside>
    </>
  );
}

interface BooksProps {
  readonly books: readonly ExcelHost[];
  readonly shown: ExcelHost;
  readonly setShown: (book: ExcelHost) => void;
  readonly label: string;
}

function Books({ books, shown, setShown, label }: BooksProps): ReactElement {
  return (
    <nav className="books" aria-label={label}>
      {books.map((book, index) => (
        <button key={index} type="button" aria-current={book === shown} onClick={() => setShown(book)}>
          {book.workbook.name}
        </button>
      ))}
    </nav>
  );
}

/** Moved with the mouse or the arrow keys. */
function Divider({ label, pane }: { readonly label: string; readonly pane: RefObject<HTMLIFrameElement> }): ReactElement {
  const [width, setWidth] = useState(() => within(Number(new URLSearchParams(location.search).get('pane') ?? USUAL)));
  useEffect(() => {
    if (pane.current !== null) pane.current.style.width = `${width}px`;
  }, [pane, width]);
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setWidth(within(window.innerWidth - event.clientX));
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by !== undefined) setWidth(within(width + by));
  };
  return (
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
