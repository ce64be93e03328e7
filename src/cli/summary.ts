/** What does a person read on the terminal? Verdict first, then totals, slips by state and flag, findings. */
import type { Finding } from '../check/finding';
import { comparedTotals } from '../check/totals';
import { trustOf, verdictOfRun } from '../verdict';
import type { SettlementFile } from '../file/settlementFile';
import { flagTotals, overviewOf, stateTotals, type Overview } from '../reconcile/overview';
import type { Change } from '../reconcile/changes';
import type { RunFile, Settlement } from '../settle';
import { findingWords, type Words } from '../words';
import { changeLines, dayLines, receiptLines, reminderLine } from './summaryDays';
import { textTable } from './textTable';
import type { CommandWords } from './words';

/** More findings of one code than this are counted, not shown. */
const SHOWN_OF_A_CODE = 20;

/** `changes`: since an earlier answer; null where none is asked about. */
export function summaryOf(settlement: Settlement, words: Words, command: CommandWords, changes: readonly Change[] | null = null): string {
  const { ledger, findings } = settlement;
  const verdict = verdictOfRun(settlement);
  const overview = overviewOf(settlement.slips);
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
    ...stateLines(settlement, overview, words, command),
    '',
    command.headings.flags,
    ...flagLines(settlement, overview, words, command),
    '',
    command.headings.days,
    ...dayLines(settlement, command),
    '',
    command.headings.receipts,
    ...receiptLines(settlement, words, command),
    '',
    command.headings.reminders,
    reminderLine(settlement, words, command),
    '',
    ...(changes === null ? [] : [command.headings.changes(changes.length), ...changeLines(changes, words, command), '']),
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
  return comparedTotals(file).map(({ group, item, declared, counted, comparison }) => {
    const label = [file.name, group === null ? '' : String(group), words.totals[item]!];
    if (comparison !== null) return [...label, '—', words.number(counted), '—', `${words.verdicts.unchecked}：${words.uncheckedReasons[comparison]}`];
    const verdict = words.verdicts[declared === counted ? 'agrees' : 'mismatch'];
    return [...label, words.number(declared!), words.number(counted), command.difference(counted - declared!), verdict];
  });
}

function stateLines({ slips, ledger }: Settlement, overview: Overview, words: Words, command: CommandWords): string[] {
  const heading = command.headings.states(slips.count, ledger !== null);
  if (slips.count === 0) return [heading, command.noSlips];
  const unknown = ledger === null ? [`${words.states.unpaid}  ${command.unknownUnpaid}`] : [];
  const shown = stateTotals(overview, ledger !== null).filter(({ state }) => ledger !== null || state !== 'unpaid');
  const rows = shown.map(({ state, count, amount }) => [words.states[state], command.slips(count), words.yen(amount)]);
  return [heading, ...unknown, ...textTable(rows, [false, true, true])];
}

function flagLines({ ledger }: Settlement, overview: Overview, words: Words, command: CommandWords): string[] {
  const rows = flagTotals(overview).map(({ flag, count, perhaps = 0 }) => [
    perhaps === count ? words.perhapsPaidTwice : words.flags[flag],
    command.slips(count),
    perhaps === 0 || perhaps === count ? '' : command.ofThem(words.perhapsPaidTwice, perhaps),
  ]);
  const lines = rows.length === 0 ? [command.noFlags] : textTable(rows, [false, true, false]);
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
