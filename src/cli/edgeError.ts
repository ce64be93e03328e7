/** What does a broken environment or a wrong call look like? One typed error, turned into one sentence at the edge. */
import type { EdgeProblem } from './words';

export class EdgeError extends Error {
  constructor(readonly problem: EdgeProblem) {
    super(problem.code);
  }
}
