/** With which code and sentence does Excel refuse something? */

/** An error as Office.js hands it on. The codes are Excel's own names; which one Excel gives for what is an assumption. @assumption error-codes */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';

  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const because = (sentence: string, detail: string): string => (detail === '' ? sentence : `${sentence} (${detail})`);

export const invalidArgument = (detail = ''): OfficeError =>
  new OfficeError('InvalidArgument', because('The argument is invalid or missing or has an incorrect format.', detail), 400);
export const invalidOperation = (detail = ''): OfficeError =>
  new OfficeError('InvalidOperation', because('The operation attempted is invalid on the object.', detail), 400);
export const notFound = (detail = ''): OfficeError => new OfficeError('ItemNotFound', because("The requested resource doesn't exist.", detail), 404);
export const alreadyExists = (detail = ''): OfficeError =>
  new OfficeError('ItemAlreadyExists', because('A resource with the same name or identifier already exists.', detail), 409);
export const accessDenied = (detail = ''): OfficeError => new OfficeError('AccessDenied', because('You cannot perform the requested operation.', detail), 403);
export const invalidReference = (detail = ''): OfficeError =>
  new OfficeError('InvalidReference', because('This reference is not valid for the current operation.', detail), 400);
export const insertDeleteConflict = (detail = ''): OfficeError =>
  new OfficeError('InsertDeleteConflict', because('The insert or delete operation attempted resulted in a conflict.', detail), 409);
/** Older Excels say so of what they do not know yet. */
export const apiNotFound = (member: string): OfficeError =>
  new OfficeError('ApiNotFound', `The API you are trying to use could not be found. It may be available in a newer version of Excel. (${member})`, 404);
/** Never given by Excel: this workbook has no answer, and says so instead of guessing. */
export const notModelled = (member: string): OfficeError => new OfficeError('NotImplemented', `The workbench does not model ${member}.`, 501);
