import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';

/** What a gateway lets callers ask; docs/configuration.md tells what each one does. */
export interface LimitSettings {
  /** Points that one operation may cost. */
  readonly operationCost: number;
}

const wholeNumber = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .refine((text) => /^\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) => `must be a whole number from ${least} to ${most}, not "${input}"`,
    })
    .transform(Number)
    .default(byDefault);

// 130,000 items in pages in pages were measured to hold up the gateway for seven seconds.
const SETTINGS = z.object({ LIMIT_OPERATION_COST: wholeNumber(1, 1_000_000_000, 50_000) });

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
  return { operationCost: parsed.data.LIMIT_OPERATION_COST };
}

/** What holds where nothing is set. */
export const USUAL_LIMITS: LimitSettings = limitSettings({});
