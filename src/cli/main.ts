/** The command: `npm run -s reconcile -- FILE... [options]`. */
import process from 'node:process';
import { reconcile } from './reconcile';

const { code, stdout, stderr } = await reconcile(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
