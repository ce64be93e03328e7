/**
 * How does a TypeScript entry run without a build step? It is bundled in memory as webpack bundles the pane, and then imported.
 *
 * `node scripts/run.mjs ENTRY.ts [ARGUMENT...]`. Why not module by module: docs/decisions/0004-one-bundle.md.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'keshikomi');

/** Writes the bundle under a name made of its content, so that runs at the same time do not meet; answers its path. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  const { text } = outputFiles[0];
  const path = join(cache, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , entry] = process.argv;
  process.argv.splice(1, 2, entry);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(await bundle(entry)).href);
}
