import type { Run, Stage } from '#domain/run.js';
import { type NamedCount, type Run as RunType, STAGE_NAMES } from './run.type.js';

export function toRun(run: Run): RunType {
  const { issueId, counts, timings, startedAt, finishedAt, ...same } = run;
  return {
    ...same,
    issue: { id: issueId },
    counts: toCounts(counts),
    timings: Object.entries(timings).map(([stage, milliseconds]) => ({
      stage: STAGE_NAMES[stage as Stage],
      milliseconds,
    })),
    startedAt: new Date(startedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}

export function toCounts(counts: Readonly<Record<string, number>>): NamedCount[] {
  return Object.entries(counts).map(([name, count]) => ({ name, count }));
}
