import { ask } from './ask.js';
import { ISSUE } from './hub-data.js';
import { type RunningHub, runningHub } from './running-hub.js';

let hub: RunningHub;

beforeAll(async () => {
  hub = await runningHub();
});
afterAll(() => hub.stop());

test('the growth of an issue stands beside its own past and other issues', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { spread { coverage { mentions } network { resolution stability { partitions adjustedRand } }
        earlySign { hours first latest past { windows median most percentile } others { compared of fewer equal median percentile } }
        communities(first: 1) { nodes { name foundAgain shared { kind name accounts members elsewhere others } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { earlySign, coverage, network, communities } = data.issue.spread;
  expect(earlySign.map(({ hours }: { hours: number }) => hours)).toEqual([1, 6, 24]);
  for (const { first, latest, others } of earlySign) {
    expect(Math.max(first, latest)).toBeLessThanOrEqual(coverage.mentions);
    expect(others).toEqual({ compared: 0, of: 0, fewer: 0, equal: 0, median: null, percentile: null });
  }
  expect(earlySign[0].past.windows).toBeGreaterThan(earlySign[2].past.windows);
  expect(network).toMatchObject({ resolution: 1, stability: { partitions: 10 } });
  const [{ foundAgain, shared }] = communities.nodes;
  expect(foundAgain).toBeGreaterThan(0);
  for (const { accounts, members } of shared) expect(accounts).toBeLessThanOrEqual(members);
});

test('the sentiment of texts: news and social apart, the agency in no share, each mention in one place', async () => {
  const { data, errors } = await ask(
    hub.url,
    `{ issue(id: "${ISSUE}") { mentionCount spread { sentiment { accuracy macroF1 confidence social { ...stream } news { ...stream } } } } }
    fragment stream on StreamSentiment {
      mentions governmentMentions governmentAccounts reposts empty judged abstained accounts effective abstainedBy { name count }
      shares { positive { count share low high } neutral { count } negative { count } }
      trend { start judged abstained shares { negative { low high } } } weeks: trend(bucket: WEEK) { judged } hours: trend(bucket: HOUR) { start }
    }`,
  );
  expect(errors).toBeUndefined();
  const { accuracy, confidence, social, news } = data.issue.spread.sentiment;
  expect(accuracy).toBeGreaterThan(0.85);
  expect(confidence).toBe(0.95);
  expect(social.mentions + news.mentions).toBe(data.issue.mentionCount);
  expect(social).toMatchObject({ governmentMentions: 6, governmentAccounts: 1 });
  for (const stream of [social, news]) {
    const { governmentMentions, reposts, empty, judged, abstained, shares, trend, weeks } = stream;
    expect(governmentMentions + reposts + empty + judged + abstained).toBe(stream.mentions);
    const { positive, neutral, negative } = shares ?? {
      positive: { count: 0 },
      neutral: { count: 0 },
      negative: { count: 0 },
    };
    expect(positive.count + neutral.count + negative.count).toBe(judged);
    const sum = (buckets: { judged: number }[]) => buckets.reduce((all, bucket) => all + bucket.judged, 0);
    expect([sum(trend), sum(weeks)]).toEqual([judged, judged]);
  }
  expect(social.judged).toBeGreaterThan(0);
});

test('cascades by a measure, each an entity with all its measures, and the role of an account', async () => {
  const list = (orderBy: string, after: string | null) =>
    ask(
      hub.url,
      `{ issue(id: "${ISSUE}") { spread { cascadeCount loneCascades cascadeMeasures { measure median most }
        hops { streams { steps known hops ways commonest { from to times } } }
        cascades(first: 2, orderBy: ${orderBy}, after: ${JSON.stringify(after)}) { totalCount pageInfo { endCursor hasNextPage }
          nodes { id size busiestHour: growth { busiestHour } carriers { mostActive { value } mostAmplified { value account { label } } }
            hops { streams { places hops steps } } baseline { matched percentiles { measure } } run { id } } } } } }`,
    );
  const { data, errors } = await list('BUSIEST_HOUR', null);
  expect(errors).toBeUndefined();
  const { spread } = data.issue;
  const { totalCount, nodes, pageInfo } = spread.cascades;
  expect(totalCount).toBe(spread.cascadeCount - spread.loneCascades);
  const hours = nodes.map((node: { busiestHour: { busiestHour: number } }) => node.busiestHour.busiestHour);
  expect(hours).toEqual([...hours].sort((a: number, b: number) => b - a));
  expect(spread.cascadeMeasures[0]).toMatchObject({ measure: 'SIZE', most: 10 });
  expect(spread.hops.streams).toMatchObject({ steps: spread.hops.streams.known });
  const [first] = nodes;
  expect(first.carriers.mostAmplified).toMatchObject({ account: { label: 'BPBDJakarta' } });
  expect(first.hops.streams.steps).toBe(first.size - 1);
  expect((await list('DEPTH', pageInfo.endCursor)).errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  const entity = await ask(
    hub.url,
    `{ cascade(id: "${first.id}") { id size rootAccount { label role(issue: "${ISSUE}") { community amplified amplifies
        rankings { ranking place listed among value } } } } none: cascade(id: "r0:x:1") { id } }`,
  );
  expect(entity.errors).toBeUndefined();
  expect(entity.data.cascade).toMatchObject({ id: first.id, size: first.size });
  expect(entity.data.none).toBeNull();
  const { role } = entity.data.cascade.rootAccount;
  const [place] = role.rankings;
  expect(place).toMatchObject({ ranking: 'MOST_AMPLIFIED', place: 1, value: role.amplified });
  expect(place.listed).toBeLessThanOrEqual(place.among);
});
