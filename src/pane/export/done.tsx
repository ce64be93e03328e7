/** Where is the file now, and has the clerk saved it? */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import { Caution, Note } from '../notes';
import { PageFoot } from './pageFoot';
import type { Handed } from './useExport';
import { useExportWords } from './useExportWords';

export function Done({ end, onAgain }: { readonly end: Handed; readonly onAgain: () => void }): ReactElement {
  const { dispatch } = usePane();
  const own = useExportWords();
  const isReady = useReady();
  const { added, remarksLeft } = end.file;
  return (
    <div className="exported">
      {end.end === 'opened' ? <Opened name={end.file.fileName} /> : <ToSave end={end} />}
      {added.length > 0 && <Note>{own.added(added)}</Note>}
      {remarksLeft > 0 && <Caution>{own.remarksLeft(remarksLeft)}</Caution>}
      <h3>{own.isSaved}</h3>
      <PageFoot label={own.saved} isOff={!isReady} onClick={() => dispatch({ type: 'pageClosed' })}>
        <Button onClick={onAgain}>{own.again}</Button>
      </PageFoot>
    </div>
  );
}

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

/** The browser is asked to save it once; where it does nothing, it says nothing: the link stays. */
function ToSave({ end: { file, refusal, isEncrypted } }: { readonly end: Extract<Handed, { readonly end: 'toSave' }> }): ReactElement {
  const { environment } = usePane();
  const own = useExportWords();
  const [address] = useState(() => URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type })));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (environment.savesFiles) link.current?.click();
    return () => URL.revokeObjectURL(address);
  }, [environment.savesFiles, address]);
  return (
    <>
      <p>{refusal === null ? own.toSave : own.notOpened}</p>
      <p>
        <a ref={link} href={address} download={file.fileName} className="download">
          {own.download(file.fileName)}
        </a>
      </p>
      <p className="secondary">{own.downloadNote}</p>
      {isEncrypted && <Note>{own.encrypted}</Note>}
      {!environment.savesFiles && <Caution>{own.noDownloadNote}</Caution>}
    </>
  );
}
