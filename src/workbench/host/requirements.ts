/** Which requirement sets does an Excel say it has? */

export type RequirementSets = Readonly<Record<string, string>>;

const BESIDES = {
  SharedRuntime: '1.1',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  CustomXmlParts: '1.1',
  Settings: '1.1',
  RichApiRuntime: '1.3',
  DelayForCellEdit: '1.1',
};
const OLD_BESIDES = { DialogApi: '1.1', CustomXmlParts: '1.1', Settings: '1.1', RichApiRuntime: '1.1' };

/** Versions of Excel by what they can do; Office.js 1.1.110 itself stops at ExcelApi 1.15. */
export const EXCELS = {
  microsoft365: { ExcelApi: '1.17', ...BESIDES },
  ltsc2024: { ExcelApi: '1.17', ...BESIDES },
  ltsc2021: { ExcelApi: '1.14', ...BESIDES },
  excel2019: { ExcelApi: '1.8', ...OLD_BESIDES },
  excel2016: { ExcelApi: '1.1', ...OLD_BESIDES },
} as const satisfies Record<string, RequirementSets>;
export type ExcelName = keyof typeof EXCELS;

export function knows(sets: RequirementSets, since: string): boolean {
  const own = sets.ExcelApi ?? '0.0';
  const [major = 0, minor = 0] = own.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = since.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
