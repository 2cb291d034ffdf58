import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';
import { setVariables } from '#platform/set-variables.js';
import type { CacheSettings } from '../caching/cache-settings.js';
import { INTROSPECTION, type IntrospectionPolicy } from './introspection-plugin.js';
import { type RateSettings, redisUrlOf } from './rate/rate-settings.js';
import { TRUSTED_SHAPE, type TrustedSettings, trustedSettings } from './trusted/trusted-settings.js';

/** What a gateway lets callers ask; docs/configuration.md tells what each one does. */
export interface LimitSettings {
  /** Points that one operation may cost. */
  readonly operationCost: number;
  readonly rate: RateSettings;
  readonly trusted: TrustedSettings;
  readonly introspection: IntrospectionPolicy;
  /** Within which an operation is answered. */
  readonly operationSeconds: number;
  /** Websites whose pages may read answers in a browser. */
  readonly origins: readonly string[];
  readonly cache: CacheSettings;
}

/** Settings that the command line may give. */
interface Flags {
  readonly trustedDocuments?: string;
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
  ...TRUSTED_SHAPE,
  INTROSPECTION: z.enum(INTROSPECTION, { error: 'must be open, known or off' }).default('open'),
  LIMIT_OPERATION_SECONDS: wholeNumber(1, 3600).default(60),
  // A container of a gateway has some hundred MiB more.
  CACHE_MEBIBYTES: wholeNumber(0, 16_384).default(64),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(
      z.array(
        z.string().refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
          error: ({ input }) => `"${input}" is no origin as https://dashboard.example`,
        }),
      ),
    )
    .default([]),
});

/** Throws BAD_CONFIGURATION naming every fault at once, and BAD_INPUT_FILE. */
export function limitSettings(given: NodeJS.ProcessEnv, flags: Flags = {}): LimitSettings {
  const variables = setVariables(given);
  const file = flags.trustedDocuments ?? variables.TRUSTED_DOCUMENTS;
  const parsed = SETTINGS.safeParse({ ...variables, TRUSTED_DOCUMENTS: file });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    throw new CodedError('BAD_CONFIGURATION', faults.join('; '), {
      at: parsed.error.issues.map(({ path }) => String(path[0])).join(', '),
      hint: 'docs/configuration.md tells what each setting may be',
    });
  }
  const said = parsed.data;
  return {
    operationCost: said.LIMIT_OPERATION_COST,
    rate: {
      known: said.RATE_POINTS_PER_MINUTE ?? null,
      anonymous: said.RATE_ANONYMOUS_POINTS_PER_MINUTE,
      redisUrl: redisUrlOf(variables),
    },
    trusted: trustedSettings(said),
    introspection: said.INTROSPECTION,
    operationSeconds: said.LIMIT_OPERATION_SECONDS,
    origins: said.CORS_ORIGINS,
    cache: { bytes: said.CACHE_MEBIBYTES * 1024 * 1024, redisUrl: redisUrlOf(variables) },
  };
}

/** What holds where nothing is set. */
export const USUAL_LIMITS: LimitSettings = limitSettings({});
