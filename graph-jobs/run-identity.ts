import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.js';
import type { Run } from '#domain/run.js';

type Identity = Pick<Run, 'issueId' | 'queryVersion' | 'inputHash' | 'parameters' | 'codeVersion'>;

/** `r` and 16 hex digits: a hash over all that decides the outcome, so that the same work has the same id. */
export function runId({ issueId, queryVersion, inputHash, parameters, codeVersion }: Identity): string {
  const identity = canonicalJson({ issueId, queryVersion, inputHash, parameters, codeVersion });
  return `r${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`;
}
