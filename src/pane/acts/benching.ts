/** How does the clerk make a layout? The page keeps the draft; here it touches the engine and the run. */
import type { LayoutProof, LayoutStudy, StudyRequest } from '../../engine/layoutProtocol';
import type { PickedFile } from '../../engine/picked';
import type { LayoutData } from '../../file/layout';
import type { ToldRecord } from '../../sheet/source';
import type { Bench } from '../bench/edit';
import { isLeftOut } from '../state/readiness';
import type { Choosing } from './choosing';
import type { Desk } from './desk';

/** A draft, and the files that it is for. */
export interface KeptBench {
  readonly sha256: string;
  readonly study: LayoutStudy;
  readonly bench: Bench;
}

export class Benching {
  /** While the pane is open: a page that was left, by Escape perhaps, loses nothing. */
  private kept: KeptBench | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly choosing: Choosing,
  ) {}

  /** The chosen files that can have a layout at all. */
  files(): readonly PickedFile[] {
    const { files, inspection } = this.desk.around.state();
    return files.filter((_, index) => {
      const found = inspection?.files[index];
      return found !== undefined && !isLeftOut(found) && found.layout !== null && found.standing === 'ok';
    });
  }

  keep(study: LayoutStudy, bench: Bench): void {
    this.kept = { sha256: this.signature(), study, bench };
  }

  /** What was left for these very files. */
  left(): KeptBench | null {
    return this.kept?.sha256 === this.signature() ? this.kept : null;
  }

  private signature(): string {
    const { inspection } = this.desk.around.state();
    return (inspection?.files ?? []).map(({ sha256 }) => sha256).join(' ');
  }

  study(request: Pick<StudyRequest, 'title' | 'confirmed' | 'recordLength'>): Promise<LayoutStudy> {
    return this.desk.around.engine.study({ ...request, files: this.files(), ledger: this.desk.around.state().ledger });
  }

  prove(layout: LayoutData): Promise<LayoutProof> {
    return this.desk.around.engine.prove({ files: this.files(), layout });
  }

  /** From now on files are read with it; `told`: what a person has said of it, for 取込履歴 of the next run. */
  async use(layout: LayoutData, told: ToldRecord | null): Promise<void> {
    const { dispatch } = this.desk.around;
    dispatch({ type: 'tabChosen', tab: 'import' });
    await this.choosing.chooseLayout({ of: 'own', title: layout.title, json: { ...layout }, ...(told === null ? {} : { told }) });
  }

  async save(text: string, name: string): Promise<boolean> {
    const { saved } = await import('../saving');
    return (await saved(new TextEncoder().encode(text), name)) !== 'cancelled';
  }

  fail(error: unknown): void {
    void this.desk.trying(() => Promise.reject(error instanceof Error ? error : new Error(String(error))));
  }
}
