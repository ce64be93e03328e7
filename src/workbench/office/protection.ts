/** How are sheets and the workbook protected from changes? */
import { accessDenied, invalidArgument, invalidOperation } from '../model/errors';
import { PROTECTION_OPTIONS, type Protection, type ProtectionOptions } from '../model/records';
import type { Sheet } from '../model/sheet';
import { ownerOf, type Workbook } from '../model/workbook';
import { flag, isLeftOut, oneOf, optional, record, text } from './given';
import { officeClass, type OfficeClass } from './spec';

const SELECTION = oneOf(['Normal', 'Unlocked', 'None'] as const);

function options(given: unknown): ProtectionOptions {
  const read: ProtectionOptions = { ...PROTECTION_OPTIONS };
  for (const [key, value] of Object.entries(isLeftOut(given) ? {} : record(given))) {
    if (key === 'selectionMode') read.selectionMode = SELECTION(value);
    else if (key in read) read[key as Exclude<keyof ProtectionOptions, 'selectionMode'>] = flag(value);
    else throw invalidArgument(`the option ${key}`);
  }
  return read;
}

/** Protecting what is protected is refused, so is a wrong password. @assumption protection */
function unprotected(protection: Protection | null, password: unknown): null {
  if (protection !== null && protection.password !== null && protection.password !== password) throw accessDenied('the password is wrong');
  return null;
}

export const sheetProtection: OfficeClass<Sheet> = officeClass({
  name: 'WorksheetProtection',
  scalars: {
    Protected: { get: ({ protection }) => protection !== null },
    Options: { get: ({ protection }) => (protection === null ? null : { ...protection.options }) },
  },
  methods: {
    Protect: {
      call: (sheet, [given, password]) => {
        if (sheet.protection !== null) throw invalidOperation('the sheet is protected already');
        sheet.protection = { password: optional(password, text, null), options: options(given) };
        ownerOf(sheet).emit({ kind: 'protectionChanged', sheet });
      },
    },
    Unprotect: {
      call: (sheet, [password]) => {
        sheet.protection = unprotected(sheet.protection, password);
        ownerOf(sheet).emit({ kind: 'protectionChanged', sheet });
      },
    },
  },
});

export const workbookProtection: OfficeClass<Workbook> = officeClass({
  name: 'WorkbookProtection',
  scalars: { Protected: { get: ({ protection }) => protection !== null } },
  methods: {
    Protect: {
      call: (workbook, [password]) => {
        if (workbook.protection !== null) throw invalidOperation('the workbook is protected already');
        workbook.protection = { password: optional(password, text, null), options: { ...PROTECTION_OPTIONS } };
      },
    },
    Unprotect: { call: (workbook, [password]) => void (workbook.protection = unprotected(workbook.protection, password)) },
  },
});
