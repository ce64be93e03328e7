/** Which password does the user give? The first line of a file, so that it stands in no history of commands and in no list of processes. */
import { LONGEST_PASSWORD, passwordProblem } from '../encrypt/password';
import type { TextCodec } from '../file/text';
import { EdgeError } from './edgeError';
import { readBytes } from './files';

const LF = 0x0a;
const CR = 0x0d;

/** Throws an EdgeError, which never holds the password. */
export function readPassword(path: string, codec: TextCodec): string {
  const bytes = readBytes(path);
  const refused = (reason: 'empty' | 'emptyLine' | 'tooLong' | 'notUtf8', characters = 0): EdgeError =>
    new EdgeError({ code: 'passwordRefused', path, reason, characters, limit: LONGEST_PASSWORD });
  if (bytes.length === 0) throw refused('empty');
  const lineEnd = bytes.findIndex((byte) => byte === LF || byte === CR);
  const line = lineEnd < 0 ? bytes : bytes.subarray(0, lineEnd);
  if (!codec.isUtf8(line)) throw refused('notUtf8');
  const password = codec.decode(line, 'utf-8').replace(/^\uFEFF/, '');
  const problem = passwordProblem(password);
  if (problem !== null) throw refused(problem === 'empty' ? 'emptyLine' : problem, password.length);
  return password;
}
