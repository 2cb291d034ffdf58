import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#store/open-store.js';
import { importMentions } from '../../builders/import-rows.js';
import { mentionRecord } from '../../builders/records.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { startJejaring } from '../map-command/jejaring-command.js';

const HOAX = 'Pintu air sengaja dibuka pejabat agar kampung nelayan tenggelam';
const REVIEW = {
  ...{ '@context': 'https://schema.org', '@type': 'ClaimReview', url: 'https://dua.example/1' },
  ...{ claimReviewed: `${HOAX.toUpperCase()}!`, author: { '@type': 'Organization', name: 'Dua' } },
};

test('claims of two fact-checkers go into the registry, and the mentions of an issue are matched with them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-claims-'));
  try {
    const dataFolder = await unusedDataFolder(join(folder, 'data'));
    const [sheet, review] = [join(folder, 'sheet.csv'), join(folder, 'review.json')];
    writeFileSync(sheet, `claim_id,text,review_url,rating\nk1,${HOAX},https://cek.example/1,Salah\n,tanpa nomor,,\n`);
    writeFileSync(review, JSON.stringify(REVIEW));
    const imported = await startJejaring(dataFolder, ['claims', 'import', sheet, review, '--json']);
    expect(imported.code).toBe(3);
    expect(JSON.parse(imported.stdout)).toMatchObject([
      { format: 'csv', added: 1, updated: 0, unchanged: 0, joined: 0, leftOut: 1 },
      { format: 'claim-review', added: 0, updated: 1, unchanged: 0, joined: 1, leftOut: 0 },
    ]);
    const rejects = readFileSync(`${sheet}.claims-rejects.ndjson`, 'utf8');
    expect(JSON.parse(rejects)).toMatchObject({ line: 3, field: 'claim_id', reason: 'is empty' });

    const store = await openStore({ dataFolder });
    await importMentions(store, [
      mentionRecord('1', { text: `banjir! ${HOAX}` }),
      mentionRecord('2', { text: 'banjir' }),
    ]);
    await store.issues.create({ id: 'banjir', title: 'B', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
    const [missing, matched] = [
      await startJejaring(dataFolder, ['claims', 'match-issue', 'none']),
      await startJejaring(dataFolder, ['claims', 'match-issue', 'banjir', '--json']),
    ];
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('NOT_FOUND')]);
    expect(JSON.parse(matched.stdout)).toMatchObject({ claims: 1, mentions: 2, matched: 1, candidates: 1 });
    const [page] = await store.claims.matchesOfClaims(['k1'], 'CANDIDATE', { first: 9, after: null });
    expect(page!.items.map(({ node }) => node.mentionId)).toEqual(['x:1']);
    const decision = {
      claimId: 'k1',
      mentionId: 'x:1',
      verdict: 'CONFIRMED' as const,
      id: '1',
      by: 'Sari',
      reason: 'r',
    };
    for (const by of ['Budi', 'Sari']) await store.claims.decide({ ...decision, id: by, by });
    const [listed, cluster, shown, unknown] = [
      await startJejaring(dataFolder, ['claims', 'cluster', 'banjir']),
      await startJejaring(dataFolder, ['claims', 'cluster', 'banjir', 'k1']),
      await startJejaring(dataFolder, ['claims', 'cluster', 'banjir', 'k1', '--json']),
      await startJejaring(dataFolder, ['claims', 'cluster', 'banjir', 'none']),
    ];
    expect(listed.stdout).toContain('k1  1 tell it, 0 deny it, 0 undecided  Pintu air');
    expect(cluster.stdout).toContain('1 confirmed by Sari, 0 reposts, 1 account');
    expect(cluster.stdout).toContain('no race yet');
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ...{ claim: { id: 'k1' }, issueId: 'banjir', runId: null, groups: [], isCut: false, outsideReposts: 0 },
      roles: { TELLS: { matches: 1, decidedBy: ['Sari'], first: [{ mentionId: 'x:1' }] } },
      race: { lag: null, curves: { tells: [1] } },
    });
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('NOT_FOUND')]);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
