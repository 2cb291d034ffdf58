/** How long an answer of a subgraph may be kept, and for whom. */
export interface CachePolicy {
  readonly maxAgeSeconds: number;
  /** For its caller alone; else for all callers who see the same rows. */
  readonly isPrivate: boolean;
}

/** Longer than this nothing is kept, whatever a subgraph allows: it may be one that no mutation of ours tells of a change. */
const LONGEST_SECONDS = 3600;

/** Null where nothing may be kept. */
export function cachePolicy(maxAgeSeconds: number, isPrivate: boolean): CachePolicy | null {
  return maxAgeSeconds > 0 ? { maxAgeSeconds: Math.min(maxAgeSeconds, LONGEST_SECONDS), isPrivate } : null;
}

const noted = new WeakMap<object, CachePolicy>();

/** Beside the answer and not in it: what a subgraph writes into its answer cannot be taken for what was read of its headers. */
export function notePolicy<Answer extends object>(answer: Answer, policy: CachePolicy | null): Answer {
  if (policy) noted.set(answer, policy);
  return answer;
}

/** Null where an answer came without one. */
export function notedPolicy(answer: object): CachePolicy | null {
  return noted.get(answer) ?? null;
}
