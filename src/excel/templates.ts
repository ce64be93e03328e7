/** Where does the workbook keep the clerk's CSV templates? In a setting of its own, that travels with the file. */
import { forgetSettings, readSetting, writeSetting } from './ours';

const TEMPLATES = 'keshikomi.csvTemplates';

/** As they were kept; whoever reads them checks them. */
export async function readTemplates(context: Excel.RequestContext): Promise<readonly unknown[]> {
  const kept = await readSetting(context, TEMPLATES);
  return kept === null || Array.isArray(kept) ? (kept ?? []) : [kept];
}

export async function keepTemplates(context: Excel.RequestContext, templates: readonly unknown[]): Promise<void> {
  if (templates.length === 0) await forgetSettings(context, [TEMPLATES]);
  else writeSetting(context, TEMPLATES, templates);
  await context.sync();
}
