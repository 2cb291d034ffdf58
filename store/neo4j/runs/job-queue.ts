import type { JobQueue } from '#domain/ports/job-queue.js';

// STUB, replaced before anything lands.
export const Neo4jJobQueue = class {} as unknown as new (...parts: readonly unknown[]) => JobQueue;
