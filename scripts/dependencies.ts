/** Which packages of others does the project stand on, and why each? The page docs/dependencies.md, from package.json and what is installed. */
import { readFileSync } from 'node:fs';

export const PAGE = 'docs/dependencies.md';

/** Why each direct dependency is there. */
const REASONS: Readonly<Record<string, string>> = {
  '@borgar/fx': "reads Excel's formulas in the stand-in workbook",
  '@fluentui/react-components': "Microsoft's controls, as Excel's own panes have them",
  '@fluentui/react-icons': "Microsoft's icons",
  '@microsoft/office-js': "Excel's interface; what npm has is served unmodified (docs/deployment.md)",
  '@tanstack/react-virtual': 'long lists draw only what is seen',
  buffer: 'iconv-lite asks for it in the browser',
  esbuild: 'bundles an entry of the command once a source has changed (docs/decisions/0004-one-bundle.md)',
  hucre: 'reads and writes .xlsx in the stand-in workbook',
  'iconv-lite': 'Shift_JIS (CP932)',
  papaparse: 'CSV with quotes',
  react: 'the pane',
  'react-dom': 'the pane',
  '@eslint/js': 'rules for the sources',
  '@holiday-jp/holiday_jp': 'the national holidays, of which only the dates are kept',
  '@stryker-mutator/core': 'mutation testing',
  '@stryker-mutator/instrumenter': 'mutation testing',
  '@stryker-mutator/jest-runner': 'mutation testing',
  '@swc/core': 'tests as they are written',
  '@swc/jest': 'tests as they are written',
  '@types/jest': 'types',
  '@types/node': 'types',
  '@types/office-js': 'types',
  '@types/papaparse': 'types',
  '@types/react': 'types',
  '@types/react-dom': 'types',
  'axe-core': 'judges the pane for those who cannot see or point',
  'copy-webpack-plugin': 'build',
  eslint: 'rules for the sources',
  'fast-check': 'properties over made-up cases',
  'html-webpack-plugin': 'build',
  jest: 'tests',
  'jest-environment-jsdom': 'tests of views without a browser',
  'minimizer-webpack-plugin': 'build: smaller files',
  'office-addin-cli': 'tries and checks the manifest in an Excel',
  'office-addin-manifest': 'checks the manifest',
  open: '`npm start` opens the browser',
  'playwright-core': 'drives Chromium in tests',
  prettier: 'one way to write',
  selfsigned: 'a certificate for https on this PC',
  sirv: '`npm start` serves the site',
  'ts-loader': 'build',
  typescript: 'types',
  'typescript-eslint': 'rules for the sources',
  webpack: 'build',
  'webpack-cli': 'build',
};

interface Installed {
  readonly version: string;
  readonly license?: string;
}
interface Lock {
  readonly packages: Readonly<Record<string, Installed & { readonly dev?: true }>>;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** `name version` to its day, as the page has them. */
export function daysIn(page: string): ReadonlyMap<string, string> {
  return new Map([...page.matchAll(/^\| ([^ |]+) +\| ([^ |]+) +\| (\d{4}-\d{2}-\d{2}) /gm)].map(([, name, version, day]) => [`${name!} ${version!}`, day!]));
}

/** The page; throws for a dependency without a reason. */
export function dependenciesPage(dayOf: (name: string, version: string) => string): string {
  const { dependencies, devDependencies } = json('package.json') as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
  const { packages } = json('package-lock.json') as Lock;
  const rowOf = (name: string): string => {
    const { version, license = 'see its package' } = packages[`node_modules/${name}`]!;
    const reason = REASONS[name];
    if (reason === undefined) throw new Error(`${name} has no reason in scripts/dependencies.ts`);
    return `| ${name} | ${version} | ${dayOf(name, version)} | ${license} | ${reason} |`;
  };
  const table = (names: readonly string[]): string =>
    ['| package | version | of | licence | why |', '| --- | --- | --- | --- | --- |', ...names.map(rowOf)].join('\n');
  const reached = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  return `# Code of others

Made by \`npm run licences\` from package.json and package-lock.json; a test compares. Every version is pinned, \`npm ci\` checks each package against the lock's own hash.

## What the product runs on

${table(Object.keys(dependencies))}

They bring others with them, ${reached.length} packages in all: ${licencesOf(reached.map(([, installed]) => installed))}. Their texts are served with the site
(the \`.txt\` files). Nothing of them asks a server of its own: the page's policy lets nothing leave its origin ([security.md](security.md)).

## What only makers need

${table(Object.keys(devDependencies))}
`;
}

function licencesOf(all: readonly Installed[]): string {
  const counts = new Map<string, number>();
  for (const { license = 'see its package' } of all) counts.set(license, (counts.get(license) ?? 0) + 1);
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .map(([license, count]) => `${license} ${count}`)
    .join(', ');
}
