/** What does axe find in a view? */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
declare const axe: { run(context: object, options: object): Promise<{ readonly violations: readonly Violation[] }> };

/** Of one frame: each is looked at by itself. In forced colours axe reads the colours that the system replaces. */
export async function violationsOf(view: Frame | Page, theme: 'light' | 'dark' | 'contrast' = 'light'): Promise<string[]> {
  if (!(await view.evaluate(() => 'axe' in window))) await view.evaluate(AXE);
  const violations = await view.evaluate(
    async (rules) => (await axe.run({ exclude: [['[data-tabster-dummy]'], ['iframe']] }, { rules, resultTypes: ['violations'] })).violations,
    theme === 'contrast' ? { 'color-contrast': { enabled: false } } : {},
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`);
}
