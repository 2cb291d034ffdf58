import { changedSharing, shareIssue } from './issue-sharing.js';

test.each<[string[], string[], string[], string[] | null]>([
  [['31'], ['32', '12'], [], ['12', '31', '32']],
  [['31', '32'], [], ['32'], ['31']],
  [['32', '31'], ['31'], ['33'], null],
  [[], [], ['33'], null],
])('%j shared with %j and not with %j is shared with %j', (sharedWith, added, notWith, after) => {
  expect(changedSharing(sharedWith, { with: added, notWith })).toEqual(after);
});

test.each<[string, string[], string[], string, string]>([
  ['names nothing', [], [], 'BAD_PARAMETERS', 'with'],
  ['names what is no code', [], ['Jawa'], 'BAD_PARAMETERS', 'notWith'],
  ['says both', ['32'], ['32'], 'BAD_PARAMETERS', 'notWith'],
  ['names a region that is not there', ['39'], [], 'NOT_FOUND', 'with'],
  ['takes a city out of its province', [], ['31.71'], 'BAD_PARAMETERS', 'notWith'],
])('a change that %s is refused', async (_, added, notWith, code, at) => {
  const issues = { get: async () => [{ sharedWith: ['31'] }], share: async () => undefined };
  const regions = { get: async (codes: string[]) => codes.map((one) => (one === '39' ? null : { code: one })) };
  const shared = shareIssue({ issues, regions } as never, 'i', { with: added, notWith });
  await expect(shared).rejects.toMatchObject({ code, at });
});
