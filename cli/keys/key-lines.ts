import type { KeyState } from '#platform/api-keys/api-key-file.js';
import { roleWord } from './issue-key.js';

/** A line a key, for people. */
export function keyLines(states: readonly KeyState[], now = Date.now()): string[] {
  return states.map(({ key, revokedAt }) => {
    const { id, role, regions, agencyId, scopes, expiresAt, name } = key;
    const parts = [
      id,
      stateOf(revokedAt, expiresAt, now),
      roleWord(role),
      regions ? `regions ${regions.join(' ')}` : 'all regions',
      ...(agencyId === null ? [] : [`agency ${agencyId}`]),
      ...(scopes === null ? [] : [`only ${scopes.join(' ')}`]),
      name,
    ];
    return parts.join('  ');
  });
}

function stateOf(revokedAt: number | null, expiresAt: number, now: number): string {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (revokedAt !== null) return `revoked ${day(revokedAt)}`;
  return `${expiresAt <= now ? 'expired' : 'until'} ${day(expiresAt)}`;
}
