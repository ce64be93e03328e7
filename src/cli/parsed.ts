/** What stands on the command line, by the options of one command; wrong usage is an EdgeError. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { EdgeError } from './edgeError';
import type { UsageReason } from './words';

export const usage = (reason: UsageReason, value = ''): EdgeError => new EdgeError({ code: 'usage', reason, value });

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<Known extends Options> = ReturnType<typeof parseArgs<{ options: Known; allowPositionals: true }>>;

export function parsed<Known extends Options>(argv: readonly string[], options: Known): Parsed<Known> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const option = /'(-[^' ]*)/.exec(message ?? '')?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw usage('unknownOption', option);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw usage(/does not take/.test(message ?? '') ? 'unexpectedValue' : 'missingValue', option);
    throw error;
  }
}

/** Every value of an option; an empty one is wrong usage. */
export function manyOf(name: string, given: readonly string[] = []): readonly string[] {
  if (given.includes('')) throw usage('missingValue', `--${name}`);
  return given;
}

export function onceOf(name: string, given: readonly string[] = []): string | null {
  const [first = null, ...others] = manyOf(name, given);
  if (others.length > 0) throw usage('repeated', `--${name}`);
  return first;
}
