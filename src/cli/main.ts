/** The command: `npm run -s reconcile -- FILE... [options]`. */
import { runAsProgram } from './program';
import { reconcile } from './reconcile';

await runAsProgram(reconcile);
