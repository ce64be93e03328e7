/** Where is the file now, and has the clerk saved it? */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import { Caution, Note } from '../notes';
import { PageFoot } from './pageFoot';
import type { Handed } from './useExport';
import { useExportWords } from './useExportWords';

export function Done({ end, onAgain }: { readonly end: Handed; readonly onAgain: () => void }): ReactElement {
  const { dispatch, acts, environment } = usePane();
  const own = useExportWords();
  const isReady = useReady();
  const [saving, setSaving] = useState<'asked' | 'saved' | 'notSaved' | 'notNoted'>('asked');
  const { file } = end;
  const { added, remarksLeft } = file;
  const note = async (): Promise<void> => {
    if (saving === 'saved' || (await acts.exporting.confirm(file))) dispatch({ type: 'pageClosed' });
    else setSaving('notNoted');
  };
  const saveAs = async (): Promise<void> => {
    const isSaved = await environment.saveAs!(file.fileName, file.type, file.bytes);
    setSaving(isSaved ? ((await acts.exporting.confirm(file)) ? 'saved' : 'notNoted') : 'notSaved');
  };
  return (
    <div className="exported">
      {end.end === 'opened' ? <Opened name={file.fileName} /> : <p>{end.refusal === null ? own.toSave : own.notOpened}</p>}
      {environment.saveAs !== null && (
        <Button size="small" onClick={() => void saveAs()}>
          {own.saveAs}
        </Button>
      )}
      <Saving end={end} isAsked={end.end === 'toSave'} />
      {file.type === 'text/csv' && (
        <Button size="small" onClick={() => void acts.setting.copy(textOf(file.bytes))}>
          {own.copyCsv}
        </Button>
      )}
      {added.length > 0 && <Note>{own.added(added)}</Note>}
      {remarksLeft > 0 && <Caution>{own.remarksLeft(remarksLeft)}</Caution>}
      {saving !== 'asked' && <p role="status">{own.saving[saving]}</p>}
      <h3>{own.isSaved}</h3>
      <PageFoot label={own.saved} isOff={!isReady} onClick={() => void note()}>
        <Button onClick={onAgain}>{own.again}</Button>
      </PageFoot>
    </div>
  );
}

/** UTF-8 with its mark, else Shift_JIS. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : 'shift_jis').decode(bytes);

/** A click that was meant for 中止する, in the same place, must not say 保存した. Milliseconds. */
const TOO_SOON = 500;

function useReady(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), TOO_SOON);
    return () => clearTimeout(timer);
  }, []);
  return isReady;
}

function Opened({ name }: { readonly name: string }): ReactElement {
  const { acts } = usePane();
  const own = useExportWords();
  return (
    <>
      <p>{own.opened}</p>
      <p className="secondary">{own.openedNote}</p>
      <p className="file-to-be">{name}</p>
      <Button size="small" onClick={() => void acts.setting.copy(name)}>
        {own.copyName}
      </Button>
    </>
  );
}

/** The browser is asked once to save what Excel does not show; where it does nothing, it says nothing: the link stays, at every end. */
function Saving({ end, isAsked }: { readonly end: Handed; readonly isAsked: boolean }): ReactElement {
  const { environment } = usePane();
  const own = useExportWords();
  const { file, isEncrypted } = end;
  const [address] = useState(() => URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type })));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isAsked && environment.savesFiles) link.current?.click();
    return () => URL.revokeObjectURL(address);
  }, [isAsked, environment.savesFiles, address]);
  return (
    <>
      <p>
        <a ref={link} href={address} download={file.fileName} className="download">
          {own.download(file.fileName)}
        </a>
      </p>
      <p className="secondary">{end.end === 'opened' ? own.notThere : own.downloadNote}</p>
      {isEncrypted && <Note>{own.encrypted}</Note>}
      {!environment.savesFiles && <Caution>{own.noDownloadNote}</Caution>}
    </>
  );
}
