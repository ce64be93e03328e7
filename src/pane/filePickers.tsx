/** How does the clerk hand over files? Buttons anywhere open these three hidden inputs. */
import { useMemo, useRef, type ChangeEvent, type ReactElement, type RefObject } from 'react';
import { usePane, type Pane } from './context';

type Inputs = Record<keyof Pane['ask'], RefObject<HTMLInputElement>>;

export function usePickers(): { readonly inputs: Inputs; readonly ask: Pane['ask'] } {
  const files = useRef<HTMLInputElement>(null);
  const ledger = useRef<HTMLInputElement>(null);
  const layout = useRef<HTMLInputElement>(null);
  return useMemo(
    () => ({
      inputs: { files, ledger, layout },
      ask: { files: () => files.current?.click(), ledger: () => ledger.current?.click(), layout: () => layout.current?.click() },
    }),
    [],
  );
}

export function FilePickers({ inputs }: { readonly inputs: Inputs }): ReactElement {
  const { acts } = usePane();
  const taken =
    (take: (files: File[]) => Promise<void>) =>
    ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
      const files = [...(currentTarget.files ?? [])];
      // The same file can be chosen again.
      currentTarget.value = '';
      if (files.length > 0) void take(files);
    };
  return (
    <div hidden>
      <input type="file" multiple ref={inputs.files} data-picker="files" onChange={taken((files) => acts.choosing.give(files))} />
      <input type="file" accept=".csv,text/csv" ref={inputs.ledger} data-picker="ledger" onChange={taken(([file]) => acts.choosing.giveLedger(file!))} />
      <input
        type="file"
        accept=".json,application/json"
        ref={inputs.layout}
        data-picker="layout"
        onChange={taken(([file]) => acts.choosing.addLayout(file!))}
      />
    </div>
  );
}
