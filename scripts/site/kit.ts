/** What does an office need to set the add-in up without us? The site, the settings of its server, and what Excel must be told, for one address. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { VERSION } from '../../src/version';

/** What manifest.xml and the settings of servers name until an office's own address is known. */
const DEV_SITE = 'https://localhost:3000';
const EXAMPLE_HOST = 'keshikomi.example.jp';

/** Microsoft no longer supports what it publishes on npm: an office can have Office.js from where it trusts it. */
export interface OfficeJs {
  /** In words. */
  readonly source: string;
  /** YYYY-MM-DD: published there, or taken from there. */
  readonly date: string;
  /** Holds the files that shall stand in `office/` of the site; null: those of the build stay. */
  readonly folder: string | null;
}

export interface KitFile {
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));

/** What the site has of Office.js, below `office/`. */
export const officeFiles = (site: string): string[] => filesIn(join(site, 'office')).filter((name) => !/\.(br|gz)$/.test(name));

/** `site`: the built site, with its packed copies; `root`: the project, whose settings and texts are filled in. */
export function kitFiles(root: string, site: string, address: URL, office: OfficeJs): KitFile[] {
  const text = (...name: string[]): string => readFileSync(join(root, ...name), 'utf8');
  const file = (path: string, content: string | Buffer): KitFile => ({ path, content: Uint8Array.from(Buffer.from(content)) });
  const manifest = text('manifest.xml').replaceAll(DEV_SITE, address.href.replace(/\/$/, ''));
  const names = { version: VERSION, address: address.href, host: address.hostname, officeSource: office.source, officeDate: office.date };
  const filled = (template: string): string => template.replace(/\{(\w+)\}/g, (_, name: keyof typeof names) => names[name]);
  const listen = address.port === '' ? 'listen 443 ssl' : `listen ${address.port} ssl`;
  const kept = filesIn(site).filter((name) => !/^(manifest\.xml|web\.config)(\.|$)/.test(name));
  const files = [
    ...kept.map((name) => file(`site/${name}`, readFileSync(join(site, name)))),
    file('site/web.config', text('docs', 'deployment', 'web.config')),
    file('nginx.conf', text('docs', 'deployment', 'nginx.conf').replaceAll(EXAMPLE_HOST, address.hostname).replace('listen 443 ssl', listen)),
    file('manifest.xml', manifest),
    file('trusted-catalog.reg', readFileSync(join(root, 'docs', 'deployment', 'trusted-catalog.reg'))),
    // Notepad of an older Windows takes a text without the mark for Shift_JIS.
    file('checklist.ja.txt', `\ufeff${filled(text('docs', 'deployment', 'checklist.ja.txt')).replaceAll('\n', '\r\n')}`),
    file('office-js.json', `${JSON.stringify({ source: office.source, date: office.date }, null, 2)}\n`),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`).join('');
  return [...files, file('SHA256SUMS.txt', sums)];
}
