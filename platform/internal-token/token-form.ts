import { z } from 'zod';
import { ROLES } from '#domain/access/scopes.js';

/**
 * The header of every internal token, as text: another one is not read at all, so that nobody chooses the algorithm
 * (RFC 8725, 3.1).
 */
export const HEADER = Buffer.from('{"alg":"ES256","typ":"jejaring-internal+jwt"}').toString('base64url');

/** Both numbers of a signature one after the other, as JWS has them. */
export const JWS = { dsaEncoding: 'ieee-p1363' } as const;

export const ISSUER = 'jejaring-gateway';

/** Long enough for a request on its way, too short for anything else. */
export const LIFE_SECONDS = 30;

export const CLAIMS = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().min(1).max(100),
  caller: z.object({
    principal: z.string(),
    role: z.enum(ROLES).nullable(),
    scopes: z.array(z.string()),
    regions: z.array(z.string()).nullable(),
    agencyId: z.string().nullable(),
  }),
});

export type InternalClaims = z.infer<typeof CLAIMS>;
