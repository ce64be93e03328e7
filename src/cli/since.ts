/** Which slips does an earlier answer of the command name? For `--since`. */
import type { TextCodec } from '../file/text';
import type { EarlierSlip } from '../reconcile/changes';
import { SLIP_FLAGS, SLIP_STATES, type SlipFlag, type SlipState } from '../reconcile/slips';
import { EdgeError } from './edgeError';
import { parseJson, readBytes } from './files';

/** Throws an EdgeError for a file that is no answer. */
export function readEarlierAnswer(path: string, codec: TextCodec): readonly EarlierSlip[] {
  const json = parseJson(readBytes(path), codec);
  const refused = (at: string): EdgeError => new EdgeError({ code: 'sinceRefused', path, at });
  if (json === null) throw refused('');
  const { value } = json;
  if (!isObject(value) || !Array.isArray(value.slips)) throw refused('slips');
  return value.slips.map((slip: unknown, index) => {
    const read = earlierSlip(slip);
    if (read === null) throw refused(`slips[${index}]`);
    return read;
  });
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDigits = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value);
const isYen = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isState = (value: unknown): value is SlipState => SLIP_STATES.some((state) => state === value);
const isFlag = (value: unknown): value is SlipFlag => SLIP_FLAGS.some((flag) => flag === value);

function earlierSlip(slip: unknown): EarlierSlip | null {
  if (!isObject(slip)) return null;
  const { billerCode, fiscalYear, slipNumber, state, paidAmount, otherAmount, flags } = slip;
  if (billerCode !== null && typeof billerCode !== 'string') return null;
  if (!isDigits(fiscalYear) || !isDigits(slipNumber) || !isState(state) || !isYen(paidAmount) || !isYen(otherAmount)) return null;
  if (!Array.isArray(flags) || !flags.every(isFlag)) return null;
  return { billerCode, fiscalYear, slipNumber, state, paidAmount, otherAmount, flags };
}
