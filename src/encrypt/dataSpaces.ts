/** Which streams tell a reader that the package is encrypted? The same in every file: [MS-OFFCRYPTO] 2.1 and 2.2. */
import type { Node } from './compoundFile';

const VERSION = [1, 0, 1, 0, 1, 0];
const SPACE = 'StrongEncryptionDataSpace';
const TRANSFORM = 'StrongEncryptionTransform';
const TRANSFORM_ID = '{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}';

class Writer {
  private readonly bytes: number[] = [];

  /** 32-bit numbers. */
  numbers(...values: number[]): this {
    for (const value of values) for (let shift = 0; shift < 32; shift += 8) this.bytes.push((value >>> shift) & 0xff);
    return this;
  }

  /** Reader, updater and writer version. */
  version(): this {
    for (const value of VERSION) this.bytes.push(value, 0);
    return this;
  }

  /** Its length in bytes, UTF-16, filled up to four bytes. */
  text(text: string): this {
    this.numbers(text.length * 2);
    for (let i = 0; i < text.length; i++) this.bytes.push(text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8);
    while (this.bytes.length % 4 !== 0) this.bytes.push(0);
    return this;
  }

  stream(name: string): Node {
    return { name, content: Uint8Array.from(this.bytes) };
  }
}

const MAP_HEADER = 8;
const MAP_ENTRY = 104;
/** Bytes of the transform's head up to its name. */
const TRANSFORM_HEAD = 88;
const STREAM_REFERENCE = 0;
const PASSWORD_TRANSFORM = 1;

export const DATA_SPACES: Node = {
  name: '\u0006DataSpaces',
  nodes: [
    new Writer().text('Microsoft.Container.DataSpaces').version().stream('Version'),
    new Writer().numbers(MAP_HEADER, 1, MAP_ENTRY, 1, STREAM_REFERENCE).text('EncryptedPackage').text(SPACE).stream('DataSpaceMap'),
    { name: 'DataSpaceInfo', nodes: [new Writer().numbers(MAP_HEADER, 1).text(TRANSFORM).stream(SPACE)] },
    {
      name: 'TransformInfo',
      nodes: [
        {
          name: TRANSFORM,
          nodes: [
            new Writer()
              .numbers(TRANSFORM_HEAD, PASSWORD_TRANSFORM)
              .text(TRANSFORM_ID)
              .text('Microsoft.Container.EncryptionTransform')
              .version()
              // No cipher's name, block size or mode: the agile description says them. Then a constant.
              .numbers(0, 0, 0, 4)
              .stream('\u0006Primary'),
          ],
        },
      ],
    },
  ],
};
