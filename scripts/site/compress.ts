/** Which copies of a site's files does a server send to browsers that unpack them? Each file's `.br` and `.gz`, beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The others are packed already, or so small that a packed copy would save nothing. */
const WORTH_PACKING: readonly string[] = ['.html', '.js', '.csv', '.dat', '.xml', '.txt'];

/** `thoroughly`: as small as can be, for what is handed out; without it, quickly, for who is waiting. */
export async function compressCopies(folder: string, thoroughly: boolean): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && WORTH_PACKING.includes(extname(entry.name)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: thoroughly ? constants.BROTLI_MAX_QUALITY : 5 };
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const content = readFileSync(path);
      const packed = { br: await promisify(brotliCompress)(content, { params }), gz: await promisify(gzip)(content, { level: thoroughly ? 9 : 6 }) };
      for (const [extension, copy] of Object.entries(packed)) if (copy.length < content.length) writeFileSync(`${path}.${extension}`, copy);
    }),
  );
}
