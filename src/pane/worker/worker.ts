/** The worker: the engine off the pane's main thread. */
import { serve, type WorkerScope } from './serve';

serve(self as unknown as WorkerScope);
