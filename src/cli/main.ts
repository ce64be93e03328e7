/** The command's edge: arguments in, exit code out. */
import { parseArgs } from 'node:util';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codec } from '../charset';
import { readCsv } from '../csv';
import { dayOfIso } from '../file/calendar';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import { settle } from '../settle';
import { ja } from '../words.ja';
import { answerOf } from './answer';

export function run(argv: string[]): { code: number; out: string; err: string } {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      ledger: { type: 'string' },
      layout: { type: 'string' },
      'as-of': { type: 'string' },
      json: { type: 'boolean' },
      out: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  const paths = [...positionals, ...(values.ledger ? [values.ledger] : [])];
  const bases = paths.map((p) => basename(p));
  const nameOf = (p: string) => (bases.filter((b) => b === basename(p)).length > 1 ? p : basename(p));
  const files = positionals.map((p) => {
    const bytes = readFileSync(p);
    return { name: nameOf(p), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  let layouts = BUILT_IN_LAYOUTS;
  if (values.layout) {
    const b = BUILT_IN_LAYOUTS.find((l) => l.id === values.layout);
    if (b) layouts = [b];
    else {
      const r = readUserLayout(JSON.parse(readFileSync(values.layout, 'utf8')));
      if ('problem' in r) return { code: 2, out: '', err: ja.layoutProblem(r.problem) };
      layouts = [r.layout];
    }
  }
  let table = null;
  if (values.ledger) {
    const r = readCsv(nameOf(values.ledger), readFileSync(values.ledger), codec);
    if ('problem' in r) return { code: 2, out: '', err: ja.csvProblem(r.problem) };
    table = r.table;
  }
  const s = settle({ files, ledger: table, layouts, asOf: dayOfIso(values['as-of']!)!, codec });
  if ('refusal' in s) return { code: 2, out: '', err: ja.ledgerRefusal(s.refusal) };
  return { code: s.findings.some((f) => f.severity === 'error') ? 1 : 0, out: JSON.stringify(answerOf(s, ja)), err: '' };
}
const { code, out, err } = run(process.argv.slice(2));
process.stdout.write(out);
if (err) process.stderr.write(err + '\n');
process.exitCode = code;
