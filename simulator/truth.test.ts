import { BEHAVIOURS } from '#domain/action.js';
import { DEFAULT_SCENARIO } from './default-parameters.js';
import { Scenario } from './scenario.js';

const [planted] = DEFAULT_SCENARIO.groups;
const groups = [{ ...planted!, objects: 40, behaviours: BEHAVIOURS }];
const emerging = [
  { name: 'jembatan', atDay: 2, accounts: 30, fadeHours: 3, carries: ['HASHTAG', 'TEXT'] as const },
  { name: 'pasar', atDay: 4, accounts: 20, fadeHours: 1, carries: ['LINK'] as const },
];
const scenario = new Scenario({ ...DEFAULT_SCENARIO, mentions: 2_000, accounts: 2_000, groups, emerging });
const records = [...scenario.records()];
const truth = scenario.truth();
const mentions = new Map(records.flatMap((record) => (record.type === 'mention' ? [[record.id, record]] : [])));
const accounts = new Map(records.flatMap((record) => (record.type === 'account' ? [[record.id, record]] : [])));

describe('the truth of a scenario', () => {
  test('names what emerges, and every mention of it carries what it says', () => {
    expect(truth.emerging.map(({ mentions: ids }) => ids.length)).toEqual([30, 20]);
    for (const { carries, hashtag, url, text, startedAt, mentions: ids } of truth.emerging) {
      const lines = ids.map((id) => mentions.get(id)!);
      expect(lines[0]!.publishedAt).toBe(startedAt);
      for (const line of lines) {
        expect(line.hashtags?.includes(hashtag) ?? false).toBe(carries.includes('HASHTAG'));
        expect(line.urls?.includes(url) ?? false).toBe(carries.includes('LINK'));
        expect(line.text.includes(text)).toBe(carries.includes('TEXT'));
        expect(/kota fiktif/i.test(line.text)).toBe(false);
      }
    }
  });

  test('names the members of the planted group, and every mention of a wave acts on its object within minutes', () => {
    const [group] = truth.groups;
    const members = new Set(group!.members.map(({ id }) => id));
    expect(members.size).toBe(DEFAULT_SCENARIO.groups[0]!.members);
    expect(group!.waves.length).toBeGreaterThan(20);
    for (const { behaviour, object, startedAt, mentions: ids } of group!.waves) {
      for (const id of ids) {
        const line = mentions.get(id)!;
        const shares = {
          CO_LINK: line.urls,
          CO_HASHTAG: line.hashtags,
          CO_REPOST: [line.parent],
          CO_REPLY: [line.parent],
          CO_MEDIA: line.media,
          CO_HASHTAG_SET: [line.hashtags?.join(' ')],
          CO_HASHTAG_SEQUENCE: [line.hashtags?.join(' ')],
          // Each says it with an ending of its own.
          CO_TEXT: behaviour === 'CO_TEXT' && line.text.startsWith(object) ? [object] : [],
        };
        expect(members.has(line.account.id)).toBe(true);
        expect(shares[behaviour]).toContain(object);
        expect(Date.parse(line.publishedAt) - Date.parse(startedAt)).toBeLessThan(10 * 60_000);
      }
    }
  });

  test('a group that writes alike says one text a wave, with other endings', () => {
    const group = { ...DEFAULT_SCENARIO.groups[0]!, behaviours: ['CO_TEXT' as const] };
    const alike = new Scenario({ ...DEFAULT_SCENARIO, mentions: 500, accounts: 500, groups: [group] });
    const textOf = new Map([...alike.records()].flatMap((one) => (one.type === 'mention' ? [[one.id, one.text]] : [])));
    const { waves } = alike.truth().groups[0]!;
    expect(waves.length).toBeGreaterThan(20);
    for (const { behaviour, object, mentions: ids } of waves) {
      expect(behaviour).toBe('CO_TEXT');
      for (const id of ids) expect(textOf.get(id)!.startsWith(object)).toBe(true);
      expect(new Set(ids.map((id) => textOf.get(id))).size).toBeGreaterThan(1);
    }
  });

  test('lets the members of the group post ordinary things too', () => {
    const [group] = truth.groups;
    const inWaves = new Set(group!.waves.flatMap((wave) => wave.mentions));
    const members = new Set(group!.members.map(({ id }) => id));
    const ordinary = [...mentions.values()].filter(({ id, account }) => members.has(account.id) && !inWaves.has(id));
    expect(ordinary.length).toBeGreaterThanOrEqual(members.size * DEFAULT_SCENARIO.groups[0]!.camouflagePosts);
  });

  test('names hoax roots that say the claim, and clarifications that come hours later from the agency', () => {
    const roots = truth.hoax.roots.map(({ id }) => mentions.get(id)!);
    const clarifications = truth.hoax.clarifications.map(({ id }) => mentions.get(id)!);
    expect(roots).toHaveLength(DEFAULT_SCENARIO.hoax.roots);
    for (const { text, kind } of roots) {
      expect(text).toMatch(/bendungan Tirta Khayal.*jebol/i);
      expect(kind).toBe('ORIGINAL');
    }
    expect(clarifications).toHaveLength(DEFAULT_SCENARIO.hoax.clarifications);
    const lastRoot = Math.max(...roots.map(({ publishedAt }) => Date.parse(publishedAt)));
    for (const { account, publishedAt } of clarifications) {
      expect(accounts.get(account.id)).toMatchObject({ agency: 'bnpb', layer: 'L0' });
      expect(Date.parse(publishedAt)).toBeGreaterThan(lastRoot);
    }
  });

  test('names outlets that carry the same link within minutes, in the news stream', () => {
    const outlets = new Set(truth.news.outlets.map(({ id }) => id));
    const news = [...mentions.values()].filter(({ stream }) => stream === 'NEWS');
    for (const { account } of news) expect(outlets.has(account.id)).toBe(true);
    const url = truth.news.stories[3]!;
    const times = news.filter(({ urls }) => urls?.includes(url)).map(({ publishedAt }) => Date.parse(publishedAt));
    expect(times.length).toBeGreaterThan(3);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(120 * 60_000);
  });

  test('names the accounts that agencies declare, with their layers', () => {
    for (const { id, accounts: declared } of truth.agencies) {
      for (const { id: account, layer, handle } of declared)
        expect(accounts.get(account)).toMatchObject({ agency: id, layer, handle });
    }
    expect(new Set(truth.agencies.flatMap(({ accounts: all }) => all.map(({ layer }) => layer)))).toEqual(
      new Set(['L0', 'L1', 'L2', 'L3']),
    );
  });

  test('refuses parameters that make no scenario, naming all faults', () => {
    expect(() => new Scenario({ ...DEFAULT_SCENARIO, days: 0, accounts: 3 })).toThrow(/days.*accounts/);
  });
});
