/**
 * Do the example settings of docs/deployment serve the site that is built: the same policy in every place, a type for every kind of file?
 *
 * @jest-environment jsdom
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const read = (...name: string[]): string => readFileSync(path.join(ROOT, ...name), 'utf8');

const iis = new DOMParser().parseFromString(read('docs', 'deployment', 'web.config'), 'text/xml');
const nginx = read('docs', 'deployment', 'nginx.conf');
const dist = readdirSync(path.join(ROOT, 'dist'), { recursive: true, withFileTypes: true }).filter(
  // Packed copies, which npm start leaves, go out with the type of their file.
  (entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name),
);

const iisHeaders = Object.fromEntries(
  [...iis.querySelectorAll('customHeaders > add')].map((header) => [header.getAttribute('name')!, header.getAttribute('value')!]),
);
const nginxHeaders = Object.fromEntries([...nginx.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, name, value]) => [name!, value!]));

/** By extension without its dot, as a server answers it. */
const iisTypes = Object.fromEntries(
  [...iis.querySelectorAll('staticContent > mimeMap')].map((map) => [map.getAttribute('fileExtension')!.slice(1), map.getAttribute('mimeType')!]),
);
function nginxTypes(): Record<string, string> {
  const withCharset = ['text/html', ...nginx.match(/charset_types ([^;]*);/)![1]!.split(' ')];
  const types = [...nginx.match(/types \{([^}]*)\}/)![1]!.matchAll(/(\S+) (\S+);/g)].map(([, type, extension]) => [extension!, type!] as const);
  return Object.fromEntries(types.map(([extension, type]) => [extension, withCharset.includes(type) ? `${type}; charset=utf-8` : type]));
}

test('web.config is well-formed', () => {
  expect(iis.querySelector('parsererror')).toBeNull();
});

test.each(dist.filter(({ name }) => name.endsWith('.html')).map(({ name }) => name))('the policy in %s is the one that IIS and nginx send', (name) => {
  const [, policy] = /Content-Security-Policy"? content="([^"]*)"/.exec(read('dist', name))!;
  expect([iisHeaders['Content-Security-Policy'], nginxHeaders['Content-Security-Policy']]).toEqual([policy, policy]);
});

test('IIS and nginx send the same headers', () => {
  const { 'Cache-Control': caching, ...headers } = nginxHeaders;
  expect(headers).toEqual(iisHeaders);
  // DisableCache is how IIS is told to send it.
  expect([caching, iis.querySelector('clientCache')!.getAttribute('cacheControlMode')]).toEqual(['no-cache', 'DisableCache']);
});

const extensions = [...new Set(dist.map(({ name }) => path.extname(name).slice(1)))].sort();

test('each kind of file in dist has a type, the same on IIS and nginx', () => {
  expect(Object.keys(iisTypes).sort()).toEqual(extensions);
  expect(nginxTypes()).toEqual(iisTypes);
});

test.each(['deployment.md', 'deployment.ja.md'])('%s names each kind of file with its type', (page) => {
  const text = read('docs', page);
  for (const extension of extensions) expect(text).toMatch(new RegExp(`\\| \`\\.${extension}\` +\\| \`${iisTypes[extension]!.split(';')[0]!}\``));
});

test('the registry file is what Windows reads: its key and its Id are one GUID, its lines end with CR LF', () => {
  const text = read('docs', 'deployment', 'trusted-catalog.reg');
  expect(text.split('\r\n')[0]).toBe('Windows Registry Editor Version 5.00');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [, key] = /^\[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16\.0\\WEF\\TrustedCatalogs\\(\{[0-9a-f-]{36}\})\]\r$/m.exec(text)!;
  expect(text).toContain(`"Id"="${key}"`);
  expect(text).toMatch(/^"Url"="\\\\\\\\[^\\"]+\\\\[^\\"]+"\r$/m);
  expect(text).toMatch(/^"Flags"=dword:00000001\r$/m);
  for (const page of ['deployment.md', 'deployment.ja.md']) expect(read('docs', page)).toContain(`TrustedCatalogs\\${key}`);
});
