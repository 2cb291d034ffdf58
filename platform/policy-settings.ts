import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';
import { setVariables } from './set-variables.js';

const DAY_MS = 86_400_000;

const whole = (least: number, most: number, usual: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) => `must be a whole number from ${least} to ${most}, not "${input}"`,
    })
    .transform(Number)
    .default(usual);

const SETTINGS = z.object({ JEJARING_REVIEW_DAYS: whole(1, 3650, 180), JEJARING_LEAST_CELL: whole(2, 1000, 5) });

/** Figures that each office sets by its own rules. */
export interface Policy {
  /** How long a vote on a finding counts. */
  readonly reviewLastsMs: number;
  /** The fewest accounts of other regions of which a count is told. */
  readonly leastCell: number;
}

/** Throws BAD_CONFIGURATION naming every fault at once. */
export function readPolicy(variables: NodeJS.ProcessEnv): Policy {
  const parsed = SETTINGS.safeParse(setVariables(variables));
  if (parsed.success) {
    const { JEJARING_REVIEW_DAYS, JEJARING_LEAST_CELL } = parsed.data;
    return { reviewLastsMs: JEJARING_REVIEW_DAYS * DAY_MS, leastCell: JEJARING_LEAST_CELL };
  }
  const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new CodedError('BAD_CONFIGURATION', faults.join('; '), {
    at: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join(', '),
    hint: 'docs/configuration.md tells what each setting may be',
  });
}
