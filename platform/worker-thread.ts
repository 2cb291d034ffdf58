import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { compiledModule } from './package-root.js';

/**
 * A thread that runs a compiled module. All threads are made here, since the engine must compile in them and not beside
 * them: Node up to 23 ends with "Assertion failed: (data.first) != nullptr" where a thread ends while a compilation for
 * it still runs elsewhere (three of a hundred detections on four threads did). The flag holds for the whole process.
 */
export function workerThread(module: string, options?: WorkerOptions): Worker {
  setFlagsFromString('--no-concurrent-recompilation');
  return new Worker(compiledModule(module), options);
}
