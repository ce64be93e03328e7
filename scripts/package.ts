/** How does an office get everything in one file? `npm run package -- --url https://HOST/PATH/` builds the site for that address and packs the deployment kit. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { VERSION } from '../src/version';
import { filePart, writePackage } from '../src/xlsx/package';
import { siteCompiler } from './site/build';
import { compressCopies } from './site/compress';
import { kitFiles, officeFiles, type OfficeJs } from './site/kit';

const USAGE = `npm run package -- --url https://HOST/PATH/ [--out FILE.zip] [--office-js FOLDER --office-js-date YYYY-MM-DD] [--site FOLDER]

--url         where the site will be; it is written into manifest.xml
--out         the zip; without it keshikomi-${VERSION}.zip
--office-js   a folder with Microsoft's Office.js, taken from its network on --office-js-date, instead of npm's
--site        a site that is built already (npm run build writes dist), instead of building it now
--quick       packed less tightly, for trying`;

class WrongUsage extends Error {}

const root = process.cwd();

function addressOf(given: string | undefined): URL {
  if (given === undefined || !URL.canParse(given)) throw new WrongUsage('--url https://HOST/PATH/ says where the site will be.');
  const address = new URL(given);
  const isPlain = address.protocol === 'https:' && address.search === '' && address.hash === '' && address.username === '';
  if (!isPlain) throw new WrongUsage(`--url ${given}: Excel loads add-ins from a plain https address only.`);
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

function officeOf(folder: string | undefined, date: string | undefined): OfficeJs {
  if (folder === undefined) return { ...(JSON.parse(readFileSync(join(root, 'docs/deployment/office-js.json'), 'utf8')) as OfficeJs), folder: null };
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new WrongUsage('--office-js needs --office-js-date YYYY-MM-DD, the day on which it was taken.');
  return { source: 'https://appsforoffice.microsoft.com/lib/1/hosted/', date, folder };
}

async function built(folder: string): Promise<void> {
  const compiler = await siteCompiler(folder);
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null || stats === undefined) return reject(error ?? new Error('webpack answered nothing'));
      if (stats.hasErrors()) return reject(new Error(stats.toString({ preset: 'errors-warnings' })));
      compiler.close((problem) => (problem === null || problem === undefined ? resolve() : reject(problem)));
    });
  });
}

async function pack(site: string, address: URL, office: OfficeJs, out: string, isQuick: boolean): Promise<void> {
  if (office.folder !== null) {
    const { folder } = office;
    const missing = officeFiles(site).filter((name) => !existsSync(join(folder, name)));
    if (missing.length > 0) throw new WrongUsage(`--office-js ${folder} lacks ${missing.join(', ')}.`);
    for (const name of officeFiles(site)) cpSync(join(folder, name), join(site, 'office', name));
  }
  await compressCopies(site, !isQuick);
  const parts = await Promise.all(kitFiles(root, site, address, office).map(({ path, content }) => filePart(path, [content])));
  const whole = writePackage(parts.map((part) => part!));
  writeFileSync(`${out}.tmp`, whole);
  renameSync(`${out}.tmp`, out);
  console.log(`${out}  ${(whole.length / 1e6).toFixed(1)} MB, for ${address.href}; Office.js: ${office.source}, ${office.date}`);
}

const work = mkdtempSync(join(tmpdir(), 'keshikomi-kit-'));
try {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      out: { type: 'string' },
      site: { type: 'string' },
      'office-js': { type: 'string' },
      'office-js-date': { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) console.log(USAGE);
  else {
    const address = addressOf(values.url);
    const office = officeOf(values['office-js'], values['office-js-date']);
    if (values.site === undefined) await built(work);
    else cpSync(values.site, work, { recursive: true });
    await pack(work, address, office, values.out ?? `keshikomi-${VERSION}.zip`, values.quick);
  }
} catch (error) {
  if (!(error instanceof WrongUsage || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true)) throw error;
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true });
}
