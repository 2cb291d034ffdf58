import type { NetworkMember, SpreadStore } from '#domain/ports/spread-store.js';

/** Of keys `<run id>:<account id>`: one question for each run, whatever the number of accounts. */
export async function networkMembers(
  spread: Pick<SpreadStore, 'members'>,
  keys: readonly string[],
): Promise<(NetworkMember | null)[]> {
  const runs = new Set(keys.map(runOf));
  const found = new Map<string, NetworkMember | null>();
  for (const runId of runs) {
    const ofRun = keys.filter((key) => runOf(key) === runId);
    const accounts = ofRun.map((key) => key.slice(runId.length + 1));
    const members = await spread.members(runId, accounts);
    for (const [i, key] of ofRun.entries()) found.set(key, members[i]!);
  }
  return keys.map((key) => found.get(key) ?? null);
}

function runOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
