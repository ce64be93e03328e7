/** Is this an Excel that the add-in knows, and does the workbook keep what it is given? */
import { compared, passed } from '../../engine/trials';
import { inExcel } from '../requests';
import { excelSupport, hasNeeded } from '../support';
import { onSheet, type Trial } from './bench';

const requirements: Trial = {
  name: 'requirements',
  run: () => {
    const { needs, has } = excelSupport();
    const { platform, version } = Office.context.diagnostics;
    const found = `${platform} ${version}, ExcelApi ${has}`;
    return Promise.resolve(hasNeeded() ? passed(found) : { result: 'failed', expected: `ExcelApi ${needs}`, found });
  },
};

const calculation: Trial = {
  name: 'calculation',
  run: () =>
    inExcel(async ({ application, sync }) => {
      application.load('calculationMode');
      await sync();
      return compared('Automatic', application.calculationMode);
    }),
};

const SETTING = 'keshikomi.trial';

const settings: Trial = {
  name: 'settings',
  run: () =>
    inExcel(async (context) => {
      const kept = { text: '納付書'.repeat(1000) };
      context.workbook.settings.add(SETTING, kept);
      const setting = context.workbook.settings.getItem(SETTING).load('value');
      await context.sync();
      const { value } = setting as { readonly value: unknown };
      setting.delete();
      await context.sync();
      return compared(kept, value).result === 'passed' ? passed(`${kept.text.length}`) : compared(kept, value);
    }),
};

/** A name of the sheet goes with it: deleting names has crashed Excel. */
const names: Trial = {
  name: 'names',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const name = sheet.names.add('keshikomi_trial', '=1');
      name.formula = '=2';
      name.load('formula');
      await context.sync();
      return compared('=2', name.formula);
    }),
};

export const BOOK_TRIALS: readonly Trial[] = [requirements, calculation];
export const KEPT_TRIALS: readonly Trial[] = [settings, names];
