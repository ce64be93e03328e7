/** How does the bench live? Files are studied once, each change of the draft is proved a moment later. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { LayoutProof, LayoutStudy } from '../../engine/layoutProtocol';
import { usePane } from '../context';
import type { Benching } from '../acts/benching';
import { confirmedIn, draftOf, layoutOf, type Draft } from './draft';
import { edit, type Bench, type Edit } from './edit';

/** After the last change. Milliseconds. */
const PROVED_AFTER = 400;

export type BenchAct = Edit | { readonly type: 'undone' };

export interface OpenBench {
  /** null: files are being looked into, or there are none. */
  readonly study: LayoutStudy | null;
  readonly bench: Bench | null;
  /** null: not yet proved. */
  readonly proof: LayoutProof | null;
  readonly isProving: boolean;
  readonly act: (act: BenchAct) => void;
  readonly proposeAgain: (recordLength: number | null) => Promise<void>;
  readonly benching: Benching | null;
}

const reduceBench = (bench: Bench | null, act: BenchAct | { readonly type: 'opened'; readonly bench: Bench }): Bench | null =>
  act.type === 'opened' ? act.bench : bench === null ? null : edit(bench, act);

export function useBench(title: string): OpenBench {
  const { acts } = usePane();
  const [benching, setBenching] = useState<Benching | null>(null);
  const [study, setStudy] = useState<LayoutStudy | null>(null);
  const [bench, act] = useReducer(reduceBench, null);
  const { proof, isProving } = useProof(benching, bench?.draft ?? null, title);
  const latest = useRef(bench);
  latest.current = bench;

  const studied = useCallback(
    async (here: Benching, recordLength: number | null) => {
      const before = latest.current;
      const found = await here.study({ title, confirmed: before === null ? [] : confirmedIn(before.draft), recordLength });
      setStudy(found);
      const length = found.calibration.recordLength ?? recordLength;
      if (length === null) return;
      if (before === null) act({ type: 'opened', bench: { draft: draftOf(found.calibration, length), past: [], refusal: null } });
      else act({ type: 'proposed', calibration: found.calibration, recordLength: length });
    },
    [title],
  );

  useEffect(() => {
    let isOpen = true;
    const open = async (): Promise<void> => {
      const here = await acts.benching();
      if (!isOpen) return;
      setBenching(here);
      const left = here.left();
      if (left !== null) {
        setStudy(left.study);
        act({ type: 'opened', bench: left.bench });
      } else if (here.files().length > 0) await studied(here, null).catch((error: unknown) => here.fail(error));
    };
    void open();
    return () => {
      isOpen = false;
    };
  }, [acts, studied]);

  useEffect(() => {
    if (benching !== null && study !== null && bench !== null) benching.keep(study, bench);
  }, [benching, study, bench]);

  const proposeAgain = async (recordLength: number | null): Promise<void> => {
    if (benching !== null) await studied(benching, recordLength).catch((error: unknown) => benching.fail(error));
  };
  return { study, bench, proof, isProving, act, proposeAgain, benching };
}

/** Only the answer to the last question counts. */
function useProof(benching: Benching | null, draft: Draft | null, title: string): { readonly proof: LayoutProof | null; readonly isProving: boolean } {
  const [proved, setProved] = useState<{ readonly draft: Draft; readonly proof: LayoutProof } | null>(null);
  useEffect(() => {
    if (benching === null || draft === null) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      benching.prove(layoutOf(draft, { id: 'proposed', title, verified: false, source: title })).then(
        (proof) => isWanted && setProved({ draft, proof }),
        (error: unknown) => benching.fail(error),
      );
    }, PROVED_AFTER);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [benching, draft, title]);
  return { proof: proved?.proof ?? null, isProving: draft !== null && proved?.draft !== draft };
}
