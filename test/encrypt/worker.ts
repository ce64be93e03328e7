/** The encryption where the pane runs it: in a worker, told to begin or to stop by a message. */
import { encryptWorkbook } from '../../src/encrypt';

const stop = new AbortController();

onmessage = ({ data }: MessageEvent<'stop' | { readonly content: Uint8Array; readonly password: string }>): void => {
  if (data === 'stop') return void stop.abort(new Error('stopped'));
  const onProgress = (share: number): void => postMessage({ share });
  encryptWorkbook(data.content, data.password, { onProgress, signal: stop.signal }).then(
    (bytes) => postMessage({ bytes }),
    (error: Error) => postMessage({ error: error.message }),
  );
};
