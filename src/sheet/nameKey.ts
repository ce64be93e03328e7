/**
 * When are two names of sheets, tables or columns one for Excel? Capitals never matter; to a Japanese Excel the width does not either
 * (Sheet1, SHEET1 and ＳＨＥＥＴ１ are one: loadoff/excl #10). Whoever picks a free name leaves both out.
 */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
