/** Are the programs that judge our output from outside on this machine? Root installs what is missing; others are told in one sentence. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Debian's packages, and why the tests need each. */
const NEEDED: readonly (readonly [name: string, why: string])[] = [
  ['libreoffice-calc-nogui', 'recalculates the formulas of the workbook'],
  ['python3-openpyxl', 'reads the workbook back'],
  ['python3-msoffcrypto-tool', 'opens the encrypted workbook'],
  ['fonts-noto-cjk', 'Japanese letters in pages and screenshots'],
  ['chromium', 'the real page'],
];

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout?.endsWith('ok installed') === true;

const missing = NEEDED.filter(([name]) => !isInstalled(name)).map(([name]) => name);

if (missing.length > 0) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) spawnSync('sh', ['-c', command], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const still = missing.filter((name) => !isInstalled(name));
  if (still.length > 0) {
    console.error(`The tests need Debian's ${still.join(', ')}: run "sudo sh -c '${command}'", then npm test again.`);
    process.exitCode = 1;
  }
}
