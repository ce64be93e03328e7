/** The command: `npm run -s layout -- FILE... [options]`. */
import { proposeLayout } from './layout';
import { runAsProgram } from './program';

await runAsProgram(proposeLayout);
