import { z } from 'zod';
import { grantedScopes, REGIONAL_ROLES, ROLES } from '#domain/access/scopes.js';
import type { Caller } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { isRegionCode } from '#domain/region.js';

/** What a token must say; whatever else is in it is passed over. */
const CLAIMS = z.object({
  sub: z.string().regex(/^\P{C}{1,200}$/u),
  jejaring_role: z.enum(ROLES),
  jejaring_regions: z.array(z.string().refine(isRegionCode)).min(1).max(600).optional(),
  /** Null: it acts for none. */
  jejaring_agency: z.string().min(1).max(200).nullable().optional(),
  scope: z.string().max(4000).optional(),
});

/** The caller that a checked token names. Throws FORBIDDEN for one that gives nobody a place here. */
export function callerOfClaims(payload: object): Caller {
  const parsed = CLAIMS.safeParse(payload);
  if (!parsed.success) throw forbidden([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join(', '));
  const { sub, jejaring_role: role, jejaring_regions, jejaring_agency, scope } = parsed.data;
  const regions = jejaring_regions ?? null;
  if (regions === null && REGIONAL_ROLES.includes(role)) throw forbidden('jejaring_regions');
  const named = scope?.split(' ').filter(Boolean) ?? null;
  return {
    principal: `user:${sub}`,
    role,
    scopes: grantedScopes({ role, regions, named }).filter(
      // Whose interest conflicts cannot be told of somebody who may act for any agency.
      (scope) => scope !== 'findings:review' || jejaring_agency !== undefined,
    ),
    regions,
    agencyId: jejaring_agency ?? null,
  };
}

function forbidden(claims: string): CodedError {
  return new CodedError('FORBIDDEN', `the token is good, but it gives no place in this hub: ${claims}`, {
    at: claims,
    hint: 'the issuer must set these claims (docs/access.md)',
  });
}
