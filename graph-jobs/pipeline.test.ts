import { canonicalJson } from '#domain/canonical-json.js';
import type { Store } from '#domain/ports/store.js';
import type { Stage } from '#domain/run.js';
import { STAGES } from '#domain/run.js';
import { runParameters } from '#domain/run-parameters.js';
import { FLOOD_ISSUE, floodMentions } from '../test/builders/flood-issue.js';
import { importMentions } from '../test/builders/import-rows.js';
import { accountRecord, mentionRecord } from '../test/builders/records.js';
import { withTemporaryStore } from '../test/builders/temporary-store.js';
import { runPipeline } from './pipeline.js';
import type { Watcher } from './stage-watch.js';

const request = {
  issueId: 'banjir',
  parameters: runParameters({ mode: 'COMPATIBLE', shuffledCopies: 3 }),
  codeVersion: 'jejaring@test',
};
const onlooker: Watcher = { onProgress: () => undefined, stopRequested: () => false };

const withFlood = <Result>(work: (store: Store) => Promise<Result>, mentions = floodMentions()): Promise<Result> =>
  withTemporaryStore(async (store) => {
    await importMentions(store, mentions, 20);
    await store.issues.create(FLOOD_ISSUE);
    return work(store);
  });

/** Asks for a stop as soon as a stage begins. */
const stoppingAt = (stage: Stage): Watcher => {
  let reached = false;
  return {
    onProgress: (progress) => {
      reached ||= progress.stage === stage;
    },
    stopRequested: () => reached,
  };
};

const bytesOf = async (store: Store, runId: string) => canonicalJson(await store.runs.document(runId));

test('maps an issue: the document, the manifest and the read side agree', async () => {
  await withFlood(async (store) => {
    const run = await runPipeline(store, request, onlooker);
    expect(run).toMatchObject({ state: 'DONE', error: null, queryVersion: 1 });
    expect(Object.keys(run.timings).sort()).toEqual([...STAGES].sort());
    expect(await store.runs.latest(['banjir'])).toEqual([run]);
    const document = (await store.runs.document(run.id))!;
    expect(document.coverage).toMatchObject({ mentions: 115, parentsMissing: 1 });
    expect(document.cascades).toMatchObject({ count: 13, lone: 1 });
    expect(run.counts).toMatchObject({ mentions: 115, cascades: 13, coTimedGroups: document.groups.length });
    const [largest] = (await store.spread.cascades(run.id, { first: 1, after: null }, 'SIZE')).items;
    expect(largest!.node).toEqual(document.cascades.largest[0]);
    const communities = await store.spread.communities(run.id, { first: 50, after: null });
    expect(communities.items.map(({ node }) => node)).toEqual(document.communities);
  });
});

test('tells how opinion turned from one day to the next, without what an agency says of itself', async () => {
  const DAY_MINUTES = 24 * 60;
  const saying = (day: number, text: string) =>
    Array.from({ length: 9 }, (_, i) =>
      mentionRecord(`d${day}-${i}`, { account: accountRecord(`w${i}`), minute: day * DAY_MINUTES + i, text }),
    );
  const agency = accountRecord('humas', { agencyId: 'bpbd', layer: 'L0' });
  const praise = 'Penanganan banjir sangat bagus, terima kasih petugas yang hebat!';
  const mentions = [
    ...saying(0, 'Kecewa sekali, banjir lagi dan pemerintah tidak becus, parah!'),
    ...saying(1, praise),
    mentionRecord('own', { account: agency, minute: 5, text: praise }),
    mentionRecord('jv', { minute: 6, text: 'banjir maneh, aku ora iso mulih, dalane ora keno diliwati kabeh' }),
  ];
  await withFlood(async (store) => {
    const { id } = await runPipeline(store, request, onlooker);
    const { SOCIAL } = (await store.runs.document(id))!.sentiment!.streams;
    expect(SOCIAL).toMatchObject({ mentions: 20, judged: 18, abstained: 1, abstainedBy: { jv: 1 }, effective: 9 });
    expect(SOCIAL.government).toEqual({ mentions: 1, accounts: 1 });
    expect(SOCIAL.trend.DAY).toMatchObject([
      { judged: 9, shares: { negative: { count: 9, share: 1 } } },
      { judged: 9, shares: { positive: { count: 9, share: 1 }, negative: { high: expect.closeTo(0.3, 2) } } },
    ]);
  }, mentions);
});

test('finds the three accounts that repost together, with the pairs of mentions behind them', async () => {
  await withFlood(async (store) => {
    const run = await runPipeline(store, request, onlooker);
    const groups = (await store.findings.page(run.id, { first: 10, after: null })).items.map(({ node }) => node);
    const trio = groups.filter(({ members }) => members.length === 3);
    expect(trio.length).toBe(1);
    expect(trio[0]!.edges.map(({ weight }) => weight)).toEqual([4, 4, 4]);
    const evidence = await store.findings.evidence(trio[0]!.id, null, { first: 50, after: null });
    expect(evidence.items.length).toBe(12);
  });
});

test('the same work again is the same run and the same bytes', async () => {
  await withFlood(async (store) => {
    const first = await runPipeline(store, request, onlooker);
    const bytes = await bytesOf(store, first.id);
    const second = await runPipeline(store, request, onlooker);
    expect(second.id).toBe(first.id);
    expect(await bytesOf(store, second.id)).toBe(bytes);
    expect((await store.runs.page('banjir', { first: 10, after: null })).items.length).toBe(1);
  });
});

test('rows imported in another order make the same document', async () => {
  const documentOf = async (store: Store) => bytesOf(store, (await runPipeline(store, request, onlooker)).id);
  const forward = await withFlood(documentOf);
  const shuffled = floodMentions().sort((one, other) => (one.nativeId.slice(1) < other.nativeId.slice(1) ? 1 : -1));
  expect(await withFlood(documentOf, shuffled)).toBe(forward);
  expect(forward.length).toBeGreaterThan(1000);
});

test('other parameters and another query make another run', async () => {
  await withFlood(async (store) => {
    const first = await runPipeline(store, request, onlooker);
    const wider = { ...request, parameters: { ...request.parameters, windowSeconds: 600 } };
    const second = await runPipeline(store, wider, onlooker);
    await store.issues.changeQuery('banjir', 'banjir OR macet');
    const third = await runPipeline(store, request, onlooker);
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
    expect(third).toMatchObject({ queryVersion: 2, counts: { mentions: 116 } });
  });
});

test('a later run knows which groups it finds again, and no run document says so: it is history, not the work', async () => {
  await withFlood(async (store) => {
    const groupsOf = async (runId: string) =>
      (await store.findings.page(runId, { first: 50, after: null })).items.map(({ node }) => node);
    const first = await runPipeline(store, request, onlooker);
    const before = await groupsOf(first.id);
    const more = { ...request, parameters: { ...request.parameters, windowSeconds: 61 } };
    const second = await runPipeline(store, more, onlooker);
    const after = await groupsOf(second.id);
    const bytes = JSON.stringify(await store.runs.document(second.id));
    expect(first.counts.coTimedGroupsSeenBefore).toBe(0);
    expect(second.counts.coTimedGroupsSeenBefore).toBe(before.length);
    const lines = new Map(before.map(({ id, members }) => [members.join(), id]));
    for (const { members, lineage } of after) {
      const predecessor = { runId: first.id, stayed: members.length, joined: 0, left: 0 };
      expect(lineage).toMatchObject({ stableId: lines.get(members.join()), sinceRunId: first.id, predecessor });
    }
    expect(bytes).not.toContain('lineage');
    await runPipeline(store, request, onlooker);
    await runPipeline(store, more, onlooker);
    expect([await groupsOf(first.id), await groupsOf(second.id)]).toEqual([before, after]);
  });
});

test.each(['map', 'detect', 'score', 'report'] as const)(
  'stopped in stage %s, it says so and starts again',
  async (stage) => {
    await withFlood(async (store) => {
      await expect(runPipeline(store, request, stoppingAt(stage))).rejects.toMatchObject({ code: 'STOPPED' });
      const stopped = (await store.runs.page('banjir', { first: 1, after: null })).items[0]!.node;
      expect(stopped).toMatchObject({ state: 'STOPPED', error: expect.stringContaining('STOPPED') });
      expect(await runPipeline(store, request, onlooker)).toMatchObject({ state: 'DONE', id: stopped.id });
    });
  },
);

test('asked to stop while it writes, it finishes: half a result would help nobody', async () => {
  await withFlood(async (store) => {
    expect(await runPipeline(store, request, stoppingAt('write-back'))).toMatchObject({ state: 'DONE' });
  });
});

test('a run that is done stays readable when its repetition is stopped', async () => {
  await withFlood(async (store) => {
    const done = await runPipeline(store, request, onlooker);
    await expect(runPipeline(store, request, stoppingAt('score'))).rejects.toMatchObject({ code: 'STOPPED' });
    expect(await store.runs.latest(['banjir'])).toEqual([done]);
  });
});

test('the same run twice at once: one of them writes, the other one is told so, and the results stand', async () => {
  await withFlood(async (store) => {
    const both = [runPipeline(store, request, onlooker), runPipeline(store, request, onlooker)];
    const ended = await Promise.allSettled(both);
    const [done] = ended.filter(({ status }) => status === 'fulfilled');
    const [refused] = ended.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'RUN_IN_PROGRESS' } });
    expect(done).toMatchObject({ value: { state: 'DONE' } });
    const [latest] = await store.runs.latest(['banjir']);
    expect(latest).toMatchObject({ state: 'DONE', error: null });
    const bytes = await bytesOf(store, latest!.id);
    const communities = (await store.spread.communities(latest!.id, { first: 50, after: null })).items;
    expect(communities).toHaveLength(latest!.counts.communities!);
    await runPipeline(store, request, onlooker);
    expect(await bytesOf(store, latest!.id)).toBe(bytes);
  });
});

test('a failure is in the manifest, without the words of foreign errors', async () => {
  await withFlood(async (store) => {
    const broken = {
      issues: store.issues,
      findings: store.findings,
      runs: new Proxy(store.runs, {
        get: (runs, name) => {
          if (name === 'writeResults') return () => Promise.reject(new Error('/secret/path is full'));
          return Reflect.get(runs, name, runs).bind(runs);
        },
      }),
    };
    await expect(runPipeline(broken, request, onlooker)).rejects.toThrow('is full');
    const [failed] = (await store.runs.page('banjir', { first: 1, after: null })).items;
    expect(failed!.node.state).toBe('FAILED');
    expect(failed!.node.error).not.toContain('secret');
    expect(await store.runs.latest(['banjir'])).toEqual([null]);
  });
});

test('an unknown issue is named', async () => {
  await withTemporaryStore(async (store) => {
    await expect(runPipeline(store, request, onlooker)).rejects.toMatchObject({ code: 'NOT_FOUND', at: 'issue' });
  });
});

test('an issue without mentions has an empty map', async () => {
  await withTemporaryStore(async (store) => {
    await store.issues.create(FLOOD_ISSUE);
    const run = await runPipeline(store, request, onlooker);
    const document = (await store.runs.document(run.id))!;
    expect(document).toMatchObject({ coverage: { mentions: 0, from: null }, groups: [], communities: [] });
  });
});
