/** What does the clerk see when the pane itself fails? */
import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { PaneContext, type Pane } from './context';
import { MessageBlock } from './messageBlock';

interface Caught {
  readonly error: Error | null;
}

export class CrashBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  static override readonly contextType = PaneContext;
  override readonly state: Caught = { error: null };

  static getDerivedStateFromError(error: Error): Caught {
    return { error };
  }

  override componentDidCatch(_error: Error, _info: ErrorInfo): void {
    // React has told the console; the clerk is told by what render shows.
  }

  override render(): ReactNode {
    const { error } = this.state;
    const pane = this.context as Pane | null;
    if (error === null || pane === null) return this.props.children;
    return <Crash pane={pane} error={error} />;
  }
}

function Crash({ pane: { words, environment }, error }: { readonly pane: Pane; readonly error: Error }): ReactElement {
  const details = [`${words.productName} ${environment.version}`, `${error.name}: ${error.message}`, error.stack ?? ''].join('\n');
  return (
    <main className="old-excel">
      <h1 className="hidden">{words.productName}</h1>
      <MessageBlock message={words.crash} details={{ text: details }} actions={[{ label: words.reload, onClick: () => window.location.reload() }]} />
    </main>
  );
}
