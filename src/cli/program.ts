/** How does a command become a process? Its answer is printed; whatever goes wrong is one sentence on standard error and exit code 2. */
import process from 'node:process';
import { languageOf } from './arguments';
import { reasonOf } from './files';
import type { Outcome } from './reconcile';
import { commandIn } from './spoken';
import { visible } from '../words/visible';

type Command = (argv: readonly string[], progress: (line: string) => void) => Promise<Outcome>;

const printed = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)));
  });

/** What it was and where, for those who mend it. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /\n\s+at (.*)/.exec(error.stack ?? '')?.[1];
  return `${error.name}: ${error.message}${place === undefined ? '' : `, ${place}`}`;
}

export async function runAsProgram(command: Command): Promise<void> {
  const argv = process.argv.slice(2);
  const words = commandIn(languageOf(argv));
  // A failure is answered where the text is written; where nobody listens to sentences, there is nobody left to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const say = (text: string): Promise<void> => printed(process.stderr, text).catch(() => undefined);
  try {
    const { code, stdout, stderr, written } = await command(argv, (line) => void say(`${line}\n`));
    process.exitCode = code;
    try {
      await printed(process.stdout, stdout);
    } catch (error) {
      process.exitCode = 2;
      return await say(`${words.cannotPrint(reasonOf(error), written ?? [])}\n`);
    }
    await say(stderr);
  } catch (error) {
    process.exitCode = 2;
    await say(`${words.unexpected(visible(traceOf(error)))}\n`);
  }
}
