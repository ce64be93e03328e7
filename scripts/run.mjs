/**
 * How does a TypeScript entry run without a build step? It is bundled as webpack bundles the pane, and then imported; the bundle is kept until a source changes.
 *
 * `node scripts/run.mjs ENTRY.ts [ARGUMENT...]`. Why not module by module: docs/decisions/0004-one-bundle.md.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const cache = join(root, 'node_modules', '.cache', 'keshikomi');
/** They decide about every bundle, beside its own sources. */
const ALWAYS = ['scripts/run.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What tells whether a source is the one that was bundled; null, which fits nothing: it was written while it was bundled. */
const stampOf = (source, from = Infinity) => {
  const stat = statSync(join(root, source), { throwIfNoEntry: false });
  if (stat === undefined) return 'none';
  return stat.mtimeMs >= from ? null : `${stat.mtimeMs} ${stat.size}`;
};

const recordOf = (entry) => join(cache, `${entry.replaceAll(/[^\w.]/g, '-')}.json`);

/** The bundle that was made from the very sources that stand there now; null: there is none. */
function keptBundle(entry) {
  try {
    const { path, sources } = JSON.parse(readFileSync(recordOf(entry), 'utf8'));
    return existsSync(path) && Object.entries(sources).every(([source, stamp]) => stamp !== null && stampOf(source) === stamp) ? path : null;
  } catch {
    // No record, or none that can be read: it is only a shortcut.
    return null;
  }
}

/** Under another name first, so that nobody ever reads half a file. */
function put(path, text) {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** The files of the bundle by name, the entry first: what an entry imports only when it needs it is a file of its own. */
async function bundledAnew(entry) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    // As deep as the folders that it is kept in, so that stack traces find the sources.
    outdir: join(cache, 'bundle'),
    entryNames: 'entry',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
  });
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), text })).sort((a, b) => Number(b.name === ENTRY) - Number(a.name === ENTRY));
  return { files, sources: [...Object.keys(metafile.inputs), ...ALWAYS] };
}

const ENTRY = 'entry.mjs';

/** A folder that is complete before it has its name; another run may have been first with the very same. */
function keepFolder(folder, files) {
  if (existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(temporary, name), text);
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Where nothing can be kept the bundle lives as long as this process; the packages are found from there too. */
function withoutCache(files) {
  const folder = mkdtempSync(join(tmpdir(), 'keshikomi-run-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return join(folder, ENTRY);
}

/** What a disk answers that keeps nothing for us. */
const KEEPS_NOTHING = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'];

/** Answers the path of the bundle's entry. The folder is named after its content, so that runs at the same time do not meet. */
export async function bundle(entry) {
  const kept = keptBundle(entry);
  if (kept !== null) return kept;
  const from = Date.now();
  const { files, sources } = await bundledAnew(entry);
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(name).update(text);
  const folder = join(cache, hash.digest('hex').slice(0, 16));
  const path = join(folder, ENTRY);
  try {
    keepFolder(folder, files);
    put(recordOf(entry), JSON.stringify({ path, sources: Object.fromEntries(sources.map((source) => [source, stampOf(source, from)])) }));
    return path;
  } catch (error) {
    if (!KEEPS_NOTHING.includes(error.code)) throw error;
    return withoutCache(files);
  }
}

if (process.argv[1] === self) {
  const [, , entry] = process.argv;
  process.argv.splice(1, 2, entry);
  const path = await bundle(entry);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path).href);
}
