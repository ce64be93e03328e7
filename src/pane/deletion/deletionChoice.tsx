/** Which fiscal year, or which files, shall go; what would that take, and by whom? Nothing happens before the dialog's own button. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { Deletable, DeletionPreview } from '../../export/deletable';
import type { Deleted } from '../../export/deletion';
import { usePane } from '../context';
import { ConfirmDialog } from './confirmDialog';
import { PreviewOf } from './preview';
import { useDeletionWords } from './useDeletionWords';

type Way = 'fiscalYear' | 'files';

export function DeletionChoice({ deletable }: { readonly deletable: Deletable }): ReactElement {
  const { acts, year: yearOf } = usePane();
  const own = useDeletionWords();
  const [way, setWay] = useState<Way>(deletable.years.length > 0 ? 'fiscalYear' : 'files');
  const [fiscalYear, setYear] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly string[]>([]);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const what = wanted(way, fiscalYear, files);
  const preview = usePreview(what);
  return (
    <>
      <p>{own.intro}</p>
      {deletable.years.length > 0 && deletable.files.length > 0 && (
        <Choices legend={own.by} isRow>
          {(['fiscalYear', 'files'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="deletion-way" checked={way === one} onChange={() => setWay(one)} />
              {one === 'files' ? own.byFiles : own.byYear}
            </label>
          ))}
        </Choices>
      )}
      {way === 'fiscalYear' ? (
        <Choices legend={own.years}>
          {deletable.years.map((year) => (
            <label key={year.fiscalYear} className="choice">
              <input type="radio" name="deletion-year" checked={year.fiscalYear === fiscalYear} onChange={() => setYear(year.fiscalYear)} />
              <span className="choice-text">
                {own.year(yearOf(year.fiscalYear))}
                <span className="secondary">{own.yearHolds(year.slips, year.details, year.ledgerRows)}</span>
              </span>
            </label>
          ))}
        </Choices>
      ) : (
        <FileChoices deletable={deletable} chosen={files} onChoose={setFiles} />
      )}
      <div role="status">{what === null ? <p className="secondary">{own.choose[way]}</p> : preview !== null && <PreviewOf preview={preview} />}</div>
      {preview !== null && (
        <>
          <Field label={own.who} hint={own.whoNote}>
            <Input value={by} maxLength={100} autoComplete="off" onChange={(_, { value }) => setBy(value)} />
          </Field>
          <Field label={own.reason}>
            <Input value={reason} maxLength={200} autoComplete="off" onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Button className="proceed" appearance="primary" onClick={() => setAsking(true)}>
            {own.proceed}
          </Button>
        </>
      )}
      {isAsking && what !== null && preview !== null && (
        <ConfirmDialog
          what={what}
          preview={preview}
          onClose={() => setAsking(false)}
          onConfirm={() => void acts.deleting.delete({ what, shown: preview, by: orNull(by), reason: orNull(reason) })}
        />
      )}
    </>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function wanted(way: Way, fiscalYear: string | null, files: readonly string[]): Deleted | null {
  if (way === 'fiscalYear') return fiscalYear === null ? null : { fiscalYear };
  return files.length === 0 ? null : { files };
}

/** null while it is not known; only the answer to the last question counts. */
function usePreview(what: Deleted | null): DeletionPreview | null {
  const { acts } = usePane();
  const [answered, setAnswered] = useState<{ readonly question: string; readonly preview: DeletionPreview } | null>(null);
  const question = JSON.stringify(what);
  useEffect(() => {
    const asked = JSON.parse(question) as Deleted | null;
    if (asked !== null)
      void acts.deleting.preview(asked).then(
        (preview) => setAnswered({ question, preview }),
        () => setAnswered(null),
      );
  }, [acts, question]);
  return answered?.question === question ? answered.preview : null;
}

interface ChoicesProps {
  readonly legend: string;
  readonly isRow?: boolean;
  readonly children: ReactElement[];
}

function Choices({ legend, isRow = false, children }: ChoicesProps): ReactElement {
  return (
    <fieldset className="radios">
      <legend>{legend}</legend>
      <div className={isRow ? 'choice-line' : 'choice-list'}>{children}</div>
    </fieldset>
  );
}

interface FileChoicesProps {
  readonly deletable: Deletable;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** In the order of the files, however they were ticked. */
function FileChoices({ deletable: { files }, chosen, onChoose }: FileChoicesProps): ReactElement {
  const { words } = usePane();
  const own = useDeletionWords();
  const choose = (sha256: string, isChosen: boolean): void =>
    onChoose(files.flatMap((file) => ((file.sha256 === sha256 ? isChosen : chosen.includes(file.sha256)) ? file.sha256 : [])));
  return (
    <Choices legend={own.files}>
      {files.map(({ name, sha256, details }) => (
        <label key={sha256} className="choice">
          <input type="checkbox" checked={chosen.includes(sha256)} onChange={({ currentTarget }) => choose(sha256, currentTarget.checked)} />
          <span className="choice-text">
            <span className="file-name" title={name}>
              {name}
            </span>
            <span className="secondary">{words.details(details)}</span>
          </span>
        </label>
      ))}
    </Choices>
  );
}
