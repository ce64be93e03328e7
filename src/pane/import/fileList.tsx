/** Which settlement files are chosen, and what was found in each before anything runs? */
import { Button, Link } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular, Document16Regular, DocumentCheckmark16Regular, DocumentError16Regular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactElement } from 'react';
import { usePane } from '../context';
import type { InspectedFile } from '../../engine/protocol';
import { Caution, Note } from '../notes';
import { Parts } from '../parts';
import { ROVING, roveOnKey } from '../roving';
import { FOCUS } from '../state/focus';
import { heldIn, isBadlyRead, isLeftOut, readable } from '../state/readiness';

export function FileList(): ReactElement {
  const { state, words, acts, ask } = usePane();
  const { files, inspection } = state;
  const held = heldIn(state);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).dataset['file'];
    if (event.key === 'Delete' && row !== undefined) {
      event.preventDefault();
      void acts.choosing.removeFile(Number(row));
    } else roveOnKey(event);
  };
  return (
    <section>
      <div className="heading">
        <h2>{words.settlementData}</h2>
        <span className="secondary">{words.files(files.length)}</span>
      </div>
      <ul className="files" aria-label={words.fileList} onKeyDown={onKeyDown} onFocus={ROVING.onFocus}>
        {files.map(({ name }, index) => (
          <FileRow key={name} index={index} name={inspection?.files[index]?.name ?? name} file={inspection?.files[index] ?? null} />
        ))}
      </ul>
      <Button id={FOCUS.addFiles} icon={<Add16Regular />} onClick={ask.files}>
        {words.addFiles}
      </Button>
      {held.files > 0 && <Note>{words.together(held.files, held.details)}</Note>}
    </section>
  );
}

interface RowProps {
  readonly index: number;
  readonly name: string;
  /** null while it is looked into. */
  readonly file: InspectedFile | null;
}

function FileRow({ index, name, file }: RowProps): ReactElement {
  const { words, acts } = usePane();
  return (
    <li className={file !== null && isLeftOut(file) ? 'file left-out' : 'file'}>
      <StandingIcon file={file} />
      <div className="file-text">
        <span className="file-name" title={name}>
          {name}
        </span>
        <About file={file} />
      </div>
      <Button
        id={FOCUS.file(index)}
        data-roving
        data-file={index}
        tabIndex={index === 0 ? 0 : -1}
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={words.removeFile(name)}
        onClick={() => void acts.choosing.removeFile(index)}
      />
    </li>
  );
}

function StandingIcon({ file }: Pick<RowProps, 'file'>): ReactElement {
  if (file === null || file.standing === 'ok') return <Document16Regular aria-hidden="true" />;
  return isLeftOut(file) ? <DocumentCheckmark16Regular aria-hidden="true" /> : <DocumentError16Regular aria-hidden="true" className="wrong" />;
}

function About({ file }: Pick<RowProps, 'file'>): ReactElement {
  const { state, words, day, time, dispatch, environment } = usePane();
  if (file === null) return <span className="secondary">{words.inspecting}</span>;
  if (file.standing !== 'ok') {
    const isWrong = !isLeftOut(file);
    const told = file.foreign?.[state.settings.language ?? environment.language];
    return (
      <span className={isWrong ? 'wrong' : 'secondary'}>
        {isWrong && told !== undefined ? told : words.standings[file.standing]}
        {isWrong && readable(state) > 0 && words.goesIntoResult}
      </span>
    );
  }
  const deletedAt = state.workbook?.deleted?.find(({ sha256 }) => sha256 === file.sha256)?.runAt;
  return (
    <>
      <span className="secondary">
        <Parts of={words.fileAbout(file, day)} />
        {file.layout?.verified === false && (
          <>
            {' '}
            <span className="badge" title={words.unverifiedNote}>
              {words.unverified}
            </span>
          </>
        )}
      </span>
      {deletedAt !== undefined && <Caution>{words.deletedBefore(time(deletedAt))}</Caution>}
      {isBadlyRead(file) && (
        <Caution>
          {words.badlyRead(file.layout!.title, file.layout!.misfits)}
          <Link as="button" inline onClick={() => dispatch({ type: 'pageOpened', page: 'settings' })}>
            {words.chooseLayout}
          </Link>
        </Caution>
      )}
    </>
  );
}
