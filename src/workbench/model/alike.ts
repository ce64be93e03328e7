/** Are two names one? Capitals never matter; the width does not where the workbook folds it. */
export const foldedName = (name: string, foldsWidth: boolean): string => (foldsWidth ? name.normalize('NFKC') : name).toLowerCase();

export const alike = (a: string, b: string, foldsWidth: boolean): boolean => foldedName(a, foldsWidth) === foldedName(b, foldsWidth);
