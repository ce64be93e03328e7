/** How is a case given to the command, and what did the command answer? Knows nothing of the product's code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case, CaseFile } from './case';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes the files of a case into a folder; answers the arguments of the command. */
export function argumentsOf(one: Case, folder: string): string[] {
  const write = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  };
  const file = ({ name, bytes }: CaseFile): string => write(name, Buffer.from(bytes, 'latin1'));
  const option = (name: string, value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [name, value]);
  const layout = one.layout === null || typeof one.layout === 'string' ? one.layout : write('layout.json', Buffer.from(JSON.stringify(one.layout)));
  return [
    ...one.files.map(file),
    ...option('--ledger', one.ledger && file(one.ledger)),
    ...one.receipts.flatMap((list) => option('--receipts', file(list))),
    ...option('--layout', layout),
    ...option('--as-of', one.asOf),
    ...option('--no-file-on', one.noFileOn.join(',') || null),
    ...(one.emptyDaysNotSent ? ['--empty-days-not-sent'] : []),
    ...(one.noOtherChannels ? ['--no-other-channels'] : []),
    ...option('--grace', one.grace === null ? null : String(one.grace)),
    ...option('--since', one.since && write('since.json', Buffer.from(JSON.stringify(one.since)))),
    '--json',
  ];
}

/** The answer less its messages, `refused`, or what is wrong with the command's manners. */
export function answered({ code, stdout, stderr }: Outcome): unknown {
  if (code === 2) return /^[^\n]+\n$/.test(stderr) && stdout === '' ? 'refused' : `refused, but: ${stderr}${stdout}`;
  const { findingsTotal: _total, ...told } = JSON.parse(stdout) as { findingsTotal?: number; findings: { severity: string; message?: string }[] };
  const silent = told.findings.find(({ message }) => !message);
  if (silent) return { 'a finding without a message': silent };
  if ((code === 1) !== told.findings.some(({ severity }) => severity === 'error')) return { 'exit code': code };
  return { ...told, findings: told.findings.map(({ message: _message, ...finding }) => finding) };
}
