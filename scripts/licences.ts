/** Writes docs/dependencies.md: whose code is in the product, under which licence, of which day, and why? `npm run licences` */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { daysIn, dependenciesPage, PAGE } from './dependencies';

/** The day of a version as the registry says it; `npm view` needs a registry, the test of the page does not. */
function publishedDay(name: string, version: string): string {
  const days = JSON.parse(execFileSync('npm', ['view', `${name}@${version}`, 'time', '--json'], { encoding: 'utf8' })) as Readonly<Record<string, string>>;
  return days[version]!.slice(0, 10);
}

const known = daysIn(readFileSync(PAGE, 'utf8'));
const page = dependenciesPage((name, version) => known.get(`${name} ${version}`) ?? publishedDay(name, version));
writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
