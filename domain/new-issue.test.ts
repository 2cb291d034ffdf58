import { checkedIssue } from './new-issue.js';

const AT = { id: '--id', title: '--title', owner: '--owner', sharedWith: '--shared-with' };
const asked = {
  id: 'banjir',
  title: 'Banjir',
  query: 'banjir',
  ownerAgencyId: 'bnpb',
  sharedWith: ['31.71', '31', '31'],
};
const regions = { get: async (codes: readonly string[]) => codes.map((one) => (one === '39' ? null : ({} as never))) };
const agencies = { get: async (ids: readonly string[]) => ids.map((id) => (id === 'bnpb' ? ({ id } as never) : null)) };

test('an issue is taken with its regions in order, each once', async () => {
  expect(await checkedIssue(asked, AT, { agencies, regions })).toEqual({ ...asked, sharedWith: ['31', '31.71'] });
});

test.each([
  [{ id: 'Banjir!' }, 'BAD_PARAMETERS', '--id'],
  [{ title: ' ' }, 'BAD_PARAMETERS', '--title'],
  [{ sharedWith: ['jakarta'] }, 'BAD_PARAMETERS', '--shared-with'],
  [{ sharedWith: ['31', '39'] }, 'NOT_FOUND', '--shared-with'],
  [{ ownerAgencyId: 'none' }, 'NOT_FOUND', '--owner'],
])('%j is refused where it was given', async (wrong, code, at) => {
  await expect(checkedIssue({ ...asked, ...wrong }, AT, { agencies, regions })).rejects.toMatchObject({ code, at });
});
