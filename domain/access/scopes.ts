/** What a caller may be allowed to do in the hub, a word each; the SDL names them in `@requiresScopes`. */
export const SCOPES = {
  'accounts:identify': 'look behind a pseudonym, for a stated purpose',
  'accounts:read': 'accounts, and the names of public ones',
  'claims:decide': 'confirm or reject candidates of claims',
  'claims:read': 'claims of fact-checkers, and mentions that may tell them',
  'findings:read': 'co-timed groups with their evidence',
  'findings:review': 'confirm or dismiss co-timed groups, and appeal',
  'issues:decide': 'take emerging issues up, or dismiss them; say with whom issues are shared',
  'issues:read': 'issues and their queries',
  'mentions:read': 'mentions with their texts, and counts of them',
  'regions:all': 'rows of every region; who is limited to regions never has it',
  'runs:request': 'ask for runs, and stop them',
  'spread:read': 'runs, and how issues spread',
} as const;

export type Scope = keyof typeof SCOPES;

export const ROLES = [
  'NATIONAL_ANALYST',
  'REGIONAL_SYSTEM',
  'POLICY_REVIEWER',
  'AGENCY_ADMIN',
  'ADMINISTRATOR',
] as const;

export type Role = (typeof ROLES)[number];

const READS: readonly Scope[] = ['accounts:read', 'claims:read', 'issues:read', 'mentions:read', 'spread:read'];

/** The one table of who may what. `regions:all` falls away with a limit to regions. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  NATIONAL_ANALYST: [
    ...READS,
    'accounts:identify',
    'claims:decide',
    'findings:read',
    'findings:review',
    'issues:decide',
    'regions:all',
    'runs:request',
  ],
  // A group is a finding only when people have looked at it: systems do not pass on what nobody reviewed.
  REGIONAL_SYSTEM: READS,
  POLICY_REVIEWER: [...READS, 'claims:decide', 'findings:read', 'findings:review', 'regions:all'],
  AGENCY_ADMIN: [...READS, 'findings:read'],
  ADMINISTRATOR: Object.keys(SCOPES) as Scope[],
};

/** Roles that always serve one part of the country: a credential of theirs without regions is a mistake. */
export const REGIONAL_ROLES: readonly Role[] = ['REGIONAL_SYSTEM', 'AGENCY_ADMIN'];

export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}

/** Whether a credential may name a scope: words with a sign before them are kept for what nobody has. */
export function isNameable(name: string): boolean {
  return /^[a-z][\w:./-]{0,199}$/i.test(name);
}

interface Grant {
  readonly role: Role;
  /** Null: all of the country. */
  readonly regions: readonly string[] | null;
  /** What the credential itself names; null where it names nothing. */
  readonly named: readonly string[] | null;
}

/**
 * The scopes of a caller: those of its role, narrowed to the ones of the hub that its credential names where it names any.
 * Scopes that the hub does not know belong to subgraphs of others: they are taken as they are.
 */
export function grantedScopes({ role, regions, named }: Grant): string[] {
  const ours = named?.filter(isScope) ?? [];
  const ofRole = SCOPES_OF_ROLE[role].filter((scope) => regions === null || scope !== 'regions:all');
  const kept = ours.length === 0 ? ofRole : ofRole.filter((scope) => scope === 'regions:all' || ours.includes(scope));
  return [...kept, ...(named?.filter((name) => !isScope(name) && isNameable(name)) ?? [])].sort();
}
