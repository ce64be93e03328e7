/** Where does the workbook keep what its last run was made with, for the next one? In a setting of its own, that travels with the file. */
import { forgetSettings, readSetting, writeSetting } from './ours';

const CHOICES = 'keshikomi.choices';

/** As they were kept; whoever reads them checks them. */
export const readChoices = (context: Excel.RequestContext): Promise<unknown> => readSetting(context, CHOICES);

export async function keepChoices(context: Excel.RequestContext, choices: unknown): Promise<void> {
  if (choices === null) await forgetSettings(context, [CHOICES]);
  else writeSetting(context, CHOICES, choices);
  await context.sync();
}
