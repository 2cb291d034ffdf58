// Loaded into a service beside its own main (`--import`): says, whenever the bench asks, what the process still holds after
// two collections (the second one takes what finalizers let go of).
import { isMainThread } from 'node:worker_threads';

export type Held = Pick<NodeJS.MemoryUsage, 'rss' | 'heapUsed' | 'external'>;

// Threads of the service load it too, and have nobody to tell.
if (isMainThread) {
  process.on('message', () => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send!({ rss, heapUsed, external } satisfies Held);
  });
  process.once('disconnect', () => process.exit());
  // A service that has stopped is not held up by the bench.
  process.channel!.unref();
}
