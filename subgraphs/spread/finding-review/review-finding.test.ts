import { type Caller, UNCONTROLLED } from '#domain/caller.js';
import { EXPLANATION_KINDS } from '#domain/finding.js';
import type { FindingReview } from '#domain/finding-review.js';
import { evidenceOf, groupOf, runOf } from '../../../test/builders/run-results.js';
import { type AskedReview, appealFinding, reviewFinding } from './review-finding.js';

const AGENCIES: Record<string, string | null> = { kominfo: null, unit: 'kominfo', 'sub-unit': 'unit', kemkes: null };
/** `gov` belongs to the unit; the group reposts what it published. */
const ACCOUNT_AGENCIES: Record<string, string> = { gov: 'unit' };
const checklist = EXPLANATION_KINDS.map((kind) => ({ kind, holds: kind === 'ON_THE_HOUR' }));

async function review(asked: Partial<AskedReview>, caller?: Caller, members = ['a', 'b'], ask = reviewFinding) {
  const said: Omit<FindingReview, 'number' | 'at'>[] = [];
  const rows = [{ ...evidenceOf('a', 'b', 'x:1'), behaviour: 'CO_REPOST' as const }];
  const group = { ...groupOf('g', 'r', members), behaviours: ['CO_REPOST'], reviewState: 'UNREVIEWED' };
  const store = {
    findings: {
      get: async () => [group],
      evidence: async () => ({ items: rows.map((node) => ({ node, cursor: '' })), hasNextPage: false }),
      review: async (_: string, one: (typeof said)[number]) => said.push(one),
      reviews: async () => said,
    },
    mentions: { get: async (ids: string[]) => ids.map((id) => (id === 'x:1' ? { accountId: 'gov' } : null)) },
    accounts: { get: async (ids: string[]) => ids.map((id) => ({ id, agencyId: ACCOUNT_AGENCIES[id] ?? null })) },
    agencies: {
      get: async (ids: string[]) => ids.map((id) => (id in AGENCIES ? { id, parentId: AGENCIES[id] } : null)),
    },
  };
  const all: AskedReview = {
    group: 'g',
    verdict: 'CONFIRM',
    reason: 'seen it myself',
    by: 'Siti',
    checklist,
    ...asked,
  };
  const runs = { load: async (id: string) => runOf(id, { issueId: 'i' }) };
  const issues = { load: async () => ({ ownerAgencyId: null, sharedWith: ['31'] }) };
  await ask(all, { store, runs, issues, caller: caller ?? UNCONTROLLED } as never);
  return said[0]!;
}

test('a review keeps who, why and which explanations hold', async () => {
  expect(await review({ agency: 'kemkes' })).toEqual({
    id: expect.any(String),
    ...{ verdict: 'CONFIRM', by: 'Siti', agencyId: 'kemkes', reason: 'seen it myself', explanations: ['ON_THE_HOUR'] },
  });
});

test.each(['unit', 'sub-unit', 'kominfo'])(
  'nobody of %s reviews what amplifies the unit, but may appeal',
  async (agency) => {
    await expect(review({ agency })).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    await expect(review({ agency, verdict: 'DISMISS' })).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    expect(await review({ agency, verdict: 'APPEAL', checklist: null })).toMatchObject({
      verdict: 'APPEAL',
      explanations: [],
    });
  },
);

test('an agency appeals against what amplifies it without being one that reviews; of groups of others it is told nothing', async () => {
  const appeal = (agencyId: string | null, regions: string[] = ['31']) =>
    review(
      { by: null },
      { principal: 'key:1', role: 'AGENCY_ADMIN', scopes: [], agencyId, regions },
      ['a'],
      async (asked, context) => {
        expect(await appealFinding(asked, context)).toMatchObject({ verdict: 'APPEAL', by: 'key:1', agencyId });
      },
    );
  expect(await appeal('unit')).toMatchObject({ verdict: 'APPEAL', explanations: [], reason: 'seen it myself' });
  for (const agency of ['kemkes', null]) await expect(appeal(agency)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // Nor of a group of its own in an issue that it does not see.
  await expect(appeal('unit', ['32'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('who reviews is told by their credential where there is one', async () => {
  const caller = { principal: 'user:siti', role: 'POLICY_REVIEWER', agencyId: 'kemkes' } as Caller;
  expect(await review({ by: null }, caller)).toMatchObject({ by: 'user:siti', agencyId: 'kemkes' });
  await expect(review({}, caller)).rejects.toMatchObject({ code: 'BAD_PARAMETERS', at: 'by' });
  await expect(review({ by: null, agency: 'kemkes' }, caller)).rejects.toMatchObject({ at: 'agency' });
  const own = { ...caller, agencyId: 'unit' };
  await expect(review({ by: null }, own)).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
});

test.each<[Partial<AskedReview>, string, string]>([
  [{ by: ' ' }, 'BAD_PARAMETERS', 'by'],
  [{ reason: 'short' }, 'BAD_PARAMETERS', 'reason'],
  [{ reason: 'cut \ud83d in two' }, 'BAD_PARAMETERS', 'reason'],
  [{ checklist: null }, 'BAD_PARAMETERS', 'checklist'],
  [{ checklist: checklist.slice(1) }, 'BAD_PARAMETERS', 'checklist'],
  [{ checklist: [...checklist, checklist[0]!] }, 'BAD_PARAMETERS', 'checklist'],
  [{ agency: 'nowhere' }, 'NOT_FOUND', 'agency'],
])('%j is refused', async (asked, code, at) => {
  await expect(review(asked)).rejects.toMatchObject({ code, at });
});
