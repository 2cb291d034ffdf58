import type { MatchDecision, MatchVerdict } from '#domain/claim-match.js';
import { decideClaimMatch } from './decide-claim-match.js';

const PARENTS: Record<string, string | null> = { kominfo: null, unit: 'kominfo', 'sub-unit': 'unit', kemkes: null };
const matchOf = (mention: string) => Buffer.from(JSON.stringify(['c', mention])).toString('base64url');
const MATCH = matchOf('x:1');

/** Of the mention "1" by an account of the publisher, and of "2" by nobody's, which reposts it. */
const MENTIONS = {
  'x:1': { kind: 'POST', parentId: null, accountId: 'publisher' },
  'x:2': { kind: 'REPOST', parentId: 'x:1', accountId: 'nobody' },
};

/** What is kept of a decision by somebody of an agency on a mention that an account of the unit published, or of nobody's. */
async function decide(
  agencyId: string | null,
  verdict: MatchVerdict,
  publisher: string | null = 'unit',
  match = MATCH,
) {
  const kept: Omit<MatchDecision, 'number' | 'at'>[] = [];
  const store = {
    claims: { decide: async (decision: (typeof kept)[number]) => kept.push(decision) },
    mentions: { get: async (ids: (keyof typeof MENTIONS)[]) => ids.map((id) => MENTIONS[id]) },
    accounts: { get: async (ids: string[]) => ids.map((id) => ({ id, agencyId: id === 'nobody' ? null : publisher })) },
    agencies: { get: async (ids: string[]) => ids.map((id) => ({ id, parentId: PARENTS[id] })) },
  };
  const asked = { match, verdict, by: 'Siti', reason: 'seen' };
  await decideClaimMatch(asked, { store, caller: { agencyId } } as never);
  return kept[0]!;
}

test.each(['unit', 'sub-unit', 'kominfo'])(
  'nobody of %s decides on what the unit published, but may appeal',
  async (agency) => {
    for (const verdict of ['CONFIRMED', 'DENIES', 'REJECTED'] as const)
      await expect(decide(agency, verdict)).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST', at: 'match' });
    expect(await decide(agency, 'APPEAL')).toMatchObject({ verdict: 'APPEAL', claimId: 'c', mentionId: 'x:1' });
  },
);

test('nor on a repost of it, whoever reposted', async () => {
  const refused = { code: 'CONFLICT_OF_INTEREST' };
  await expect(decide('unit', 'CONFIRMED', 'unit', matchOf('x:2'))).rejects.toMatchObject(refused);
  expect(await decide('kemkes', 'CONFIRMED', 'unit', matchOf('x:2'))).toMatchObject({ mentionId: 'x:2' });
});

test('others do, and so does everybody on what no agency published', async () => {
  for (const agency of ['kemkes', null])
    expect(await decide(agency, 'DENIES')).toMatchObject({ verdict: 'DENIES', by: 'Siti' });
  expect(await decide('unit', 'CONFIRMED', null)).toMatchObject({ verdict: 'CONFIRMED' });
});
