/** Writes assets/samples anew: `npm run samples`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from './samples';

const FOLDER = 'assets/samples';

mkdirSync(FOLDER, { recursive: true });
for (const [name, bytes] of Object.entries(SAMPLES)) writeFileSync(join(FOLDER, name), bytes);
