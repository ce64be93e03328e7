/** The command: `npm run -s layout -- FILE... [options]`. */
import process from 'node:process';
import { proposeLayout } from './layout';

const { code, stdout, stderr } = await proposeLayout(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
