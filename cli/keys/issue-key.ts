import { isNameable, isScope, REGIONAL_ROLES, ROLES, type Role, SCOPES_OF_ROLE } from '#domain/access/scopes.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { isRegionCode } from '#domain/region.js';
import { hashOfKey, newApiKey } from '#platform/api-keys/api-key.js';
import type { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import { unknownRegion } from '#seed/unknown-region.js';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

export interface IssueFlags {
  readonly name: string;
  /** As roleWord writes it. */
  readonly role: string;
  readonly region?: readonly string[];
  /** False: it acts for none, and that was said. */
  readonly agency?: string | false;
  readonly scope?: readonly string[];
  readonly days: string;
}

export function roleWord(role: Role): string {
  return role.toLowerCase().replace('_', '-');
}

/** Throws BAD_PARAMETERS for a key that could not be meant. */
export function issueKey(file: ApiKeyFile, flags: IssueFlags, now = Date.now()): { key: string; id: string } {
  const role = ROLES.find((one) => roleWord(one) === flags.role)!;
  const fault = faultOf(role, flags);
  if (fault)
    throw new CodedError('BAD_PARAMETERS', fault.message, { at: fault.at, hint: 'see "jejaring keys issue --help"' });
  const { id, key } = newApiKey();
  file.append({
    id,
    name: flags.name,
    role,
    regions: flags.region ?? null,
    agencyId: flags.agency || null,
    scopes: flags.scope ?? null,
    hash: hashOfKey(key),
    issuedAt: now,
    expiresAt: now + Number(flags.days) * DAY_MS,
  });
  return { key, id };
}

/**
 * Who reviews findings has no say on groups that amplify their own agency: whose key does not tell it could on all. Throws
 * BAD_PARAMETERS where nothing is said.
 */
export function mustSayForWhom({ role: word, agency, scope }: IssueFlags): void {
  const role = ROLES.find((one) => roleWord(one) === word)!;
  const reviews = SCOPES_OF_ROLE[role].includes('findings:review') && (scope?.includes('findings:review') ?? true);
  if (!reviews || agency !== undefined) return;
  throw new CodedError('BAD_PARAMETERS', `a key of the role ${word} reviews findings: say for which agency it acts`, {
    at: '--agency',
    hint: '--agency and its id, or --no-agency for one that belongs to none; --scope without findings:review for one that does not review',
  });
}

interface Fault {
  readonly at: string;
  readonly message: string;
}

function faultOf(role: Role, { name, region, scope = [], days }: IssueFlags): Fault | null {
  if (name.trim() === '' || /\p{C}/u.test(name))
    return { at: '--name', message: 'the name is empty, or holds signs that do not show' };
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    return { at: '--days', message: `must be a whole number from 1 to ${MOST_DAYS}, not "${days}"` };
  const wrong = region?.find((code) => !isRegionCode(code));
  if (wrong !== undefined) return { at: '--region', message: `"${wrong}" is no Kemendagri code such as 32 or 32.73` };
  const unknown = region && unknownRegion(region);
  if (unknown !== undefined) return { at: '--region', message: `there is no region "${unknown}"` };
  if (!region && REGIONAL_ROLES.includes(role))
    return { at: '--region', message: `a key of the role ${roleWord(role)} is for regions: say which` };
  const unspeakable = scope.find((one) => !isNameable(one));
  if (unspeakable !== undefined) return { at: '--scope', message: `"${unspeakable}" is no name of a scope` };
  // Scopes of others narrow nothing: a mistyped one would leave the key all that its role may.
  if (scope.length > 0 && !scope.some(isScope))
    return { at: '--scope', message: `names no scope of the hub: "${scope.join(', ')}"` };
  const strange = scope.find((one) => isScope(one) && !SCOPES_OF_ROLE[role].includes(one));
  return strange === undefined
    ? null
    : { at: '--scope', message: `the role ${roleWord(role)} does not have "${strange}"` };
}
