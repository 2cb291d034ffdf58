import { jest } from '@jest/globals';
import { clusterParts } from '#domain/hoax-cluster/cluster-parts.js';
import { clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { formatsFor } from '#graph-jobs/report/html/formats.js';
import { carried, matchIn } from '../../test/builders/carried-mentions.js';
import { claimOf, claimReview } from '../../test/builders/claims.js';
import { printCluster } from './print-cluster.js';

test('what files and people wrote cannot steer the terminal, and a group that people dismissed is shown as such', () => {
  const parts = clusterParts([carried(1, { match: matchIn('CONFIRMED', { decidedBy: 'Sari\u001b[2J' }) })]);
  const summary = clusterSummary({ claimId: 'k', issueId: 'i', parts, isCut: false, outsideReposts: 3 }, 0, 5);
  const reviews = [claimReview('https://cek.example/1', { publisher: 'Cek\u001b[31m', rating: 'Salah\r\n' })];
  const claim = claimOf('k\u0007', { texts: ['Bendungan \u001b[31mjebol'], reviews });
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const names = new Map([['a1', 'Kabar\u001b[0m']]);
    const inside = { TELLS: 2, DENIES: 0, CANDIDATE: 0 };
    const groups = (['UNREVIEWED', 'DISMISSED'] as const).map((reviewState, i) => {
      return { id: `g${i}`, members: 2, inside, reviewState };
    });
    printCluster({ ...summary, claim, issueId: 'i', runId: 'r', groups, names }, formatsFor('en', 'wib'));
    const lines = log.mock.calls.map(([line]) => String(line));
    expect(lines.filter((line) => line.startsWith('co-timed group g')).map((line) => line.split(':')[0])).toEqual([
      'co-timed group g0',
      'co-timed group g1 (DISMISSED by people)',
    ]);
    expect(lines.join('')).not.toMatch(/\p{C}/u);
    expect(lines).toContain('  not counted 3 reposts of mentions that the issue does not hold');
    expect(lines[0]).toBe('claim k: Bendungan [31mjebol');
  } finally {
    log.mockRestore();
  }
});
