/** Writes src/file/holidays.json: the national holidays of Japan, dates only, from the package that keeps them. `npm run holidays` */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { holidaysByYear } from './holidays';

const PATH = 'src/file/holidays.json';

const options = await resolveConfig(PATH);
writeFileSync(PATH, await format(JSON.stringify(holidaysByYear()), { ...options, parser: 'json' }));
