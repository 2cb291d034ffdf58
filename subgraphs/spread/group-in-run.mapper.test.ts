import type { StoredGroup } from '#domain/finding.js';
import { groupOf } from '../../test/builders/run-results.js';
import { type CoTimedGroupNode, toGroup } from './co-timed-group.mapper.js';
import { toGroupInRun } from './group-in-run.mapper.js';

const { evidence: _rows, ...group } = groupOf('g', 'r', ['a', 'b']);
const stored: StoredGroup = { ...group, reviewState: 'CONFIRMED' };
const inRun = { id: 'g', runId: 'r', reviewState: 'CONFIRMED' } as const;

test('what a history shows costs no reading of the finding', () => {
  const node = toGroupInRun(inRun, () => Promise.reject(new Error('read')));
  const { id, runId, reviewState } = node as CoTimedGroupNode;
  expect({ id, runId, reviewState }).toEqual(inRun);
});

test('everything else is that of the finding, field for field', async () => {
  const whole = toGroup(stored);
  const node = toGroupInRun(inRun, async () => whole) as Record<string, unknown>;
  const fields = Object.keys(whole).filter((field) => whole[field as keyof CoTimedGroupNode] !== undefined);
  for (const field of fields)
    expect([field, await node[field]]).toEqual([field, whole[field as keyof CoTimedGroupNode]]);
});

test('a finding that is gone meanwhile is said', async () => {
  const node = toGroupInRun(inRun, async () => null) as CoTimedGroupNode;
  await expect(node.chance).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
