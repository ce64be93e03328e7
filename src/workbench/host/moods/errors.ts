/** How does an Excel say that it is out of sorts? */
import { OfficeError } from '../../model/errors';

export const internalError = (): OfficeError => new OfficeError('GeneralException', 'There was an internal error while processing the request.', 500);

/** Excel is gone, with all its windows. */
export class Crash extends Error {
  override readonly name = 'Crash';
}
