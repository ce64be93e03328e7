/** Which texts can be a workbook's password? */

/** Excel's own limit, in UTF-16 units. */
export const LONGEST_PASSWORD = 255;

export type PasswordProblem = 'empty' | 'tooLong';

export const passwordProblem = (password: string): PasswordProblem | null =>
  password === '' ? 'empty' : password.length > LONGEST_PASSWORD ? 'tooLong' : null;
