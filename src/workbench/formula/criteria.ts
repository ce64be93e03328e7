/** Which values does a criterion of COUNTIFS or of a filter mean? `>=5`, `<>済`, `*要確認*`. */
import { typedNumber } from '../format/typed';
import { CellError, isErrorCode, type Content } from '../model/values';
import { comparedTexts, textOf } from './operands';

export type Test = (value: Content) => boolean;

const OPERATOR = /^(<>|<=|>=|=|<|>)?(.*)$/s;

export function criterionTest(criterion: Content): Test {
  if (criterion === undefined) return (value) => value === 0;
  if (typeof criterion === 'number') return equalsNumber(criterion);
  if (typeof criterion === 'boolean') return (value) => value === criterion;
  if (criterion instanceof CellError) return (value) => value instanceof CellError && value.code === criterion.code;
  const [, operator = '', operand = ''] = OPERATOR.exec(criterion) ?? [];
  if (operator === '' || operator === '=') return operand === '' ? blankTest(operator) : equals(operand);
  if (operator === '<>') return operand === '' ? (value) => value !== undefined : not(equals(operand));
  return ordered(operator, operand);
}

/** `=` finds cells that hold nothing; an empty criterion finds empty texts too. */
const blankTest = (operator: string): Test => (operator === '=' ? (value) => value === undefined : (value) => value === undefined || value === '');

const not =
  (test: Test): Test =>
  (value) =>
    !test(value);

/** A text that looks like the number is found too. @assumption criteria-numbers */
function equalsNumber(number: number): Test {
  return (value) => (typeof value === 'number' ? value === number : typeof value === 'string' && typedNumber(value) === number);
}

/**
 * A criterion that reads like an error finds errors, not the text `#N/A`; LibreOffice finds the text. Whoever counts texts must not build on either.
 * @assumption criteria-errors
 */
function equals(operand: string): Test {
  const number = typedNumber(operand);
  if (number !== null) return equalsNumber(number);
  if (isErrorCode(operand)) return (value) => value instanceof CellError && value.code === operand;
  if (/^(?:true|false)$/i.test(operand)) return (value) => value === (operand.toLowerCase() === 'true');
  if (!/[*?~]/.test(operand)) {
    const lower = operand.toLowerCase();
    return (value) => typeof value === 'string' && (value === operand || (value.length === operand.length && value.toLowerCase() === lower));
  }
  const pattern = wildcard(operand);
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** `*` any text, `?` any character, `~` takes the next one as it is. */
export function wildcard(text: string): RegExp {
  const source = text.replace(/~([*?~])|[*?]|[\\^$.*+?()[\]{}|/]/g, (found, plain?: string) =>
    plain !== undefined ? `\\${plain}` : found === '*' ? '[^]*' : found === '?' ? '[^]' : `\\${found}`,
  );
  return new RegExp(`^${source}$`, 'i');
}

function ordered(operator: string, operand: string): Test {
  const number = typedNumber(operand);
  const accepts = (order: number): boolean => (order < 0 ? operator.startsWith('<') : order > 0 ? operator.startsWith('>') : operator.endsWith('='));
  if (number !== null) return (value) => typeof value === 'number' && accepts(value - number);
  return (value) => typeof value === 'string' && accepts(comparedTexts(textOf(value), operand));
}
