import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';
import { type RateSettings, redisUrlOf } from './rate/rate-settings.js';

/** What a gateway lets callers ask; docs/configuration.md tells what each one does. */
export interface LimitSettings {
  /** Points that one operation may cost. */
  readonly operationCost: number;
  readonly rate: RateSettings;
}

const MOST = 1_000_000_000;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) => `must be a whole number from ${least} to ${most}, not "${input}"`,
    })
    .transform(Number);

const SETTINGS = z.object({
  // 130,000 items in pages in pages were measured to hold up the gateway for seven seconds.
  LIMIT_OPERATION_COST: wholeNumber(1, MOST).default(50_000),
  RATE_POINTS_PER_MINUTE: wholeNumber(0, MOST).optional(),
  RATE_ANONYMOUS_POINTS_PER_MINUTE: wholeNumber(0, MOST).default(60_000),
});

/** Throws BAD_CONFIGURATION naming every fault at once. */
export function limitSettings(variables: NodeJS.ProcessEnv): LimitSettings {
  const parsed = SETTINGS.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    throw new CodedError('BAD_CONFIGURATION', faults.join('; '), {
      at: parsed.error.issues.map(({ path }) => String(path[0])).join(', '),
      hint: 'docs/configuration.md tells what each setting may be',
    });
  }
  const given = parsed.data;
  return {
    operationCost: given.LIMIT_OPERATION_COST,
    rate: {
      known: given.RATE_POINTS_PER_MINUTE ?? null,
      anonymous: given.RATE_ANONYMOUS_POINTS_PER_MINUTE,
      redisUrl: redisUrlOf(variables),
    },
  };
}

/** What holds where nothing is set. */
export const USUAL_LIMITS: LimitSettings = limitSettings({});
