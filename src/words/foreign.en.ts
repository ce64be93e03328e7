/** What is a file that is no settlement data, and what to do, in English? */
import type { ForeignKind } from '../file/foreign';

const CHOOSE_ORIGINAL = 'Choose the file exactly as the agent sent it.';
const EXTRACT = 'unpack it and choose the settlement file in it.';

export const foreignEn: Readonly<Record<ForeignKind, string>> = {
  ebcdic: 'It is an EBCDIC file. Ask the agent for Shift_JIS.',
  utf16: `It is a text in UTF-16. ${CHOOSE_ORIGINAL}`,
  utf8Mark: `It is a text (a CSV, perhaps) that starts with the UTF-8 mark. ${CHOOSE_ORIGINAL}`,
  workbook: `It is an Excel workbook (.xlsx). ${CHOOSE_ORIGINAL}`,
  lockedWorkbook: `It is an Excel workbook, or the like, with a password. ${CHOOSE_ORIGINAL}`,
  oldWorkbook: `It is an old Excel workbook (.xls). ${CHOOSE_ORIGINAL}`,
  document: `It is a Word or other Office document. ${CHOOSE_ORIGINAL}`,
  zip: `It is a compressed file (ZIP): ${EXTRACT}`,
  archive: `It is a compressed file (gzip, 7z, RAR or the like): ${EXTRACT}`,
  pdf: `It is a PDF document. ${CHOOSE_ORIGINAL}`,
  image: `It is a picture. ${CHOOSE_ORIGINAL}`,
  program: `It is a program (.exe). If it unpacks itself, ${EXTRACT}`,
  html: 'It is a web page (HTML or XML); the download may have failed. Download the file again from the agent.',
  errorText: 'A message, perhaps of an error, was saved in place of settlement data. Download the file again from the agent.',
  storeList: "It is the agent's list of stores. Choose the settlement file.",
};
