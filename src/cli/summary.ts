/** What does a person read on the terminal? Verdict first, then totals, slips by state and flag, findings. */
import type { Finding } from '../check/finding';
import { countedRecords, recordCountComparison, trailerComparison, type Comparison } from '../check/totals';
import { trustOf, verdictOfRun } from '../verdict';
import { TRAILER_ITEMS } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { flagsOf, SLIP_FLAGS, SLIP_STATES, stateOf } from '../reconcile/slips';
import type { RunFile, Settlement } from '../settle';
import { findingWords, type Words } from '../words';
import { textTable } from './textTable';
import type { CommandWords } from './words';

/** More findings of one code than this are counted, not shown. */
const SHOWN_OF_A_CODE = 20;

export function summaryOf(settlement: Settlement, words: Words, command: CommandWords): string {
  const { ledger, findings } = settlement;
  const verdict = verdictOfRun(settlement);
  return [
    `${words.verdicts[verdict.kind]}  ${words.verdict(verdict)}`,
    words.trust(trustOf(settlement)),
    command.asOf(settlement.asOf, ledger?.table.name ?? null),
    '',
    ...fileLines(settlement, command),
    '',
    command.headings.totals,
    ...totalLines(settlement, words, command),
    '',
    ...stateLines(settlement, words, command),
    '',
    command.headings.flags,
    ...flagLines(settlement, words, command),
    '',
    command.headings.findings(verdict.errors, verdict.warnings),
    ...findingLines(findings, words, command),
  ].join('\n');
}

function fileLines({ files, notices }: Settlement, command: CommandWords): string[] {
  const details = new Map<number, number>();
  for (const file of notices.file) details.set(file, (details.get(file) ?? 0) + 1);
  const read = files.filter(({ settlement }) => settlement !== null);
  const rows = files.map((file) => {
    const days = [...new Set((file.settlement?.groups ?? []).flatMap(({ createdDate }) => createdDate ?? []))].map(command.day);
    return [file.name, days.join('・'), file.settlement === null ? '' : command.records(details.get(read.indexOf(file)) ?? 0), layoutText(file, command)];
  });
  return textTable([[...command.headings.files, ''], ...rows], [false, false, true]);
}

function layoutText({ fit }: RunFile, command: CommandWords): string {
  if (fit === null) return command.notRead;
  const { layout, misfits, records } = fit;
  return records === 0 ? '' : command.layout({ title: layout.title, verified: layout.verified, misfits, records });
}

function totalLines({ settlements }: Settlement, words: Words, command: CommandWords): string[] {
  const rows = settlements.filter((file) => file.cut.count > 0).flatMap((file) => fileTotals(file, words, command));
  return textTable([command.headings.totalColumns, ...rows], [false, true, false, true, true, true]);
}

function fileTotals(file: SettlementFile, words: Words, command: CommandWords): string[][] {
  const row = (group: string, item: string, declared: number | null, counted: number, comparison: Comparison): string[] => {
    const label = [file.name, group, words.totals[item]!];
    if (comparison !== null) return [...label, '—', words.number(counted), '—', `${words.verdicts.unchecked}：${words.uncheckedReasons[comparison]}`];
    const verdict = words.verdicts[declared === counted ? 'agrees' : 'mismatch'];
    return [...label, words.number(declared!), words.number(counted), command.difference(counted - declared!), verdict];
  };
  const groups = file.groups.flatMap((group, index) =>
    TRAILER_ITEMS.map((item) => {
      const { declared, counted } = group.totals[item.kind][item.measure];
      return row(String(index + 1), item.name, declared, counted, trailerComparison(file, index, item));
    }),
  );
  return [...groups, row('', 'recordCount', file.declaredRecordCount, countedRecords(file), recordCountComparison(file))];
}

function stateLines({ slips, ledger }: Settlement, words: Words, command: CommandWords): string[] {
  const heading = command.headings.states(slips.count, ledger !== null);
  if (slips.count === 0) return [heading, command.noSlips];
  const amounts = ledger === null ? slips.paidAmount : slips.billedAmount;
  const unknown = ledger === null ? [`${words.states.unpaid}  ${command.unknownUnpaid}`] : [];
  const shown = [...SLIP_STATES].reverse().filter((state) => ledger !== null || state !== 'unpaid');
  const rows = shown.map((state) => {
    let count = 0;
    let amount = 0;
    for (let slip = 0; slip < slips.count; slip++) {
      if (stateOf(slips, slip) !== state) continue;
      count++;
      amount += Math.max(0, amounts[slip]!);
    }
    return [words.states[state], command.slips(count), words.yen(amount)];
  });
  return [heading, ...unknown, ...textTable(rows, [false, true, true])];
}

function flagLines({ slips, ledger }: Settlement, words: Words, command: CommandWords): string[] {
  const counts = new Map<string, number>();
  for (let slip = 0; slip < slips.count; slip++) for (const flag of flagsOf(slips, slip)) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  const rows = SLIP_FLAGS.filter((flag) => counts.has(flag)).map((flag) => [words.flags[flag], command.slips(counts.get(flag)!)]);
  const lines = rows.length === 0 ? [command.noFlags] : textTable(rows, [false, true]);
  return ledger === null ? [...lines, command.unjudged] : lines;
}

function findingLines(findings: readonly Finding[], words: Words, command: CommandWords): string[] {
  if (findings.length === 0) return [command.noFindings];
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const severity of ['error', 'warning'] as const) {
    for (const finding of findings.filter((found) => found.severity === severity)) {
      const count = (shown.get(finding.code) ?? 0) + 1;
      shown.set(finding.code, count);
      if (count > SHOWN_OF_A_CODE) continue;
      const { title, place, sentence } = findingWords(finding, words.findings);
      lines.push(`${command.severity[severity]}  ${title}`, `  ${place}`, `  ${sentence}`);
    }
  }
  for (const [code, count] of shown) if (count > SHOWN_OF_A_CODE) lines.push(`${code}: ${command.more(count - SHOWN_OF_A_CODE)}`);
  return lines;
}
