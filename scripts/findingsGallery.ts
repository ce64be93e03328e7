/**
 * Writes docs/findings.md from real output, or one example's input into a folder:
 *
 *   npm run -s gallery [-- CODE FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { FINDING_CODES } from '../src/check/finding';
import { EXAMPLES } from '../test/findings/examples';
import { argumentsOf, filesOf, galleryPage } from '../test/findings/gallery';

const PAGE = 'docs/findings.md';

const [name, folder] = process.argv.slice(2);
const code = FINDING_CODES.find((known) => known === name);
if (name === undefined) {
  writeFileSync(PAGE, galleryPage());
} else if (code === undefined || folder === undefined) {
  process.stderr.write(`Usage: npm run -s gallery [-- CODE FOLDER], CODE being one of ${FINDING_CODES.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const file of filesOf(EXAMPLES[code])) writeFileSync(join(folder, file.name), file.bytes);
  process.stdout.write(`npm run -s reconcile -- ${argumentsOf(EXAMPLES[code], folder).join(' ')}\n`);
}
