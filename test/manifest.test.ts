/**
 * Does manifest.xml keep the rules that Excel checks only when the add-in is installed?
 *
 * Microsoft's own validator asks a server on the internet; these are the rules of the schema that an intranet would learn too late.
 *
 * @jest-environment jsdom
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../src/version';

const ROOT = path.join(__dirname, '..');
const manifest = new DOMParser().parseFromString(readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8'), 'text/xml');
const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS('*', name)];
const names = (parent: Element): string[] => [...parent.children].map(({ localName }) => localName);
const value = (element: Element): string => element.getAttribute('DefaultValue') ?? '';

/** Children of an element stand in the order of the schema. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

test('is well-formed', () => {
  expect(all('parsererror')).toEqual([]);
});

test.each(Object.entries(ORDER))('%s has its children in the order of the schema', (name, order) => {
  for (const element of all(name)) {
    const found = names(element);
    expect(found.filter((child) => !order.includes(child))).toEqual([]);
    expect(found).toEqual([...found].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
});

test('names itself by a GUID and a version of four numbers, that of the package', () => {
  expect(all('Id')[0]!.textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect([all('Version')[0]!.textContent, VERSION]).toEqual([`${version}.0`, version]);
});

test('every address is https and of one site', () => {
  const addresses = [...all('IconUrl'), ...all('HighResolutionIconUrl'), ...all('SupportUrl'), ...all('SourceLocation'), ...all('Image'), ...all('Url')]
    .map(value)
    .filter((address) => address !== '');
  expect(addresses.length).toBeGreaterThan(8);
  expect([...new Set(addresses.map((address) => new URL(address).origin))]).toEqual(['https://localhost:3000']);
});

test('resource ids are at most 32 characters, each is there once, and each that is used is there', () => {
  const ids = [...all('Image'), ...all('Url'), ...all('String')].filter((element) => element.hasAttribute('id')).map((element) => element.getAttribute('id')!);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const used = [...manifest.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid')!);
  expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !used.includes(id))).toEqual([]);
});

test('ShortStrings have at most 125 characters, LongStrings 250; each has its English', () => {
  for (const [list, most] of [
    ['ShortStrings', 125],
    ['LongStrings', 250],
  ] as const) {
    for (const text of all(list).flatMap((element) => [...element.children])) {
      const english = [...text.children].filter((override) => override.getAttribute('Locale') === 'en-US').map((override) => override.getAttribute('Value'));
      expect([text.getAttribute('id'), english.length]).toEqual([text.getAttribute('id'), 1]);
      for (const words of [value(text), english[0]!]) expect(words.length).toBeLessThanOrEqual(most);
    }
  }
  expect([all('DefaultLocale')[0]!.textContent, value(all('DisplayName')[0]!)]).toEqual(['ja-JP', 'コンビニ収納 消込']);
});

/** Width and height of a PNG stand at byte 16 and 20. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test.each([16, 32, 80])('the icon of %i pixels is named and is as large as it says', (pixels) => {
  const images = all('Image').filter((image) => image.getAttribute('size') === String(pixels));
  expect(images.length).toBeGreaterThan(0);
  for (const image of images) {
    const resource = all('Image').find((candidate) => candidate.getAttribute('id') === image.getAttribute('resid'))!;
    const file = path.join(ROOT, new URL(value(resource)).pathname);
    expect(sizeOf(readFileSync(file))).toBe(`${pixels}x${pixels}`);
  }
});

test('asks for the workbook and nothing else', () => {
  expect(all('Permissions').map(({ textContent }) => textContent)).toEqual(['ReadWriteDocument']);
  expect(all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'))).toEqual(['Workbook', 'Workbook']);
  expect(all('AppDomain')).toEqual([]);
});
