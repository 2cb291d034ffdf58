import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packageFile } from '#platform/package-root.js';
import { DAY, HOUR } from './clock.js';
import { DEFAULT_SCENARIO } from './default-parameters.js';
import { DEMO_SCENARIO } from './demo-scenario.js';
import type { MentionLine, ScenarioRecord } from './record.js';
import { Scenario } from './scenario.js';

const SMALL = { ...DEFAULT_SCENARIO, mentions: 3_000, accounts: 2_000 };

function play(parameters = SMALL) {
  const scenario = new Scenario(parameters);
  const records = [...scenario.records()];
  return { records, truth: scenario.truth(), mentions: records.filter(isMention) };
}

function isMention(record: ScenarioRecord): record is MentionLine {
  return record.type === 'mention';
}

function hashOf(records: readonly ScenarioRecord[]): string {
  return createHash('sha256').update(JSON.stringify(records)).digest('hex');
}

const small = play();
const demo = play(DEMO_SCENARIO);

describe('a scenario', () => {
  test('has the same bytes for the same seed, and others for another', () => {
    expect(hashOf(play().records)).toBe(hashOf(small.records));
    expect(hashOf(play({ ...SMALL, seed: 2 }).records)).not.toBe(hashOf(small.records));
  });

  test('is made of lines that the published schema takes', () => {
    const ajv = new Ajv2020();
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const schema = packageFile('graph-jobs/ingest/schemas/jejaring-record.schema.json');
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    const refused = small.records.filter((record) => !validate(record));
    expect(refused).toEqual([]);
  });

  test('has unique mention ids, and every parent is written before its child, on its platform, no later in time', () => {
    const seen = new Map<string, MentionLine>();
    for (const line of small.mentions) {
      expect(seen.has(line.id)).toBe(false);
      if (line.parent !== undefined) {
        const parent = seen.get(line.parent)!;
        expect(parent.platform).toBe(line.platform);
        expect(parent.publishedAt <= line.publishedAt).toBe(true);
      }
      seen.set(line.id, line);
    }
  });

  test('has parents of parents', () => {
    const parents = new Map(small.mentions.map((line) => [line.id, line.parent]));
    const grandchildren = small.mentions.filter(({ parent }) => parent !== undefined && parents.get(parent));
    expect(grandchildren.length).toBeGreaterThan(100);
  });

  test('stays within its time, and only agencies speak in its last minutes', () => {
    const start = Date.parse(SMALL.startAt);
    const end = start + SMALL.days * DAY;
    const declared = new Set(small.truth.agencies.flatMap(({ accounts }) => accounts.map(({ id }) => id)));
    const newest = [...small.mentions].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
    expect(Date.parse(newest[0]!.publishedAt)).toBeLessThan(end);
    expect(Date.parse(newest.at(-1)!.publishedAt)).toBeGreaterThanOrEqual(start - HOUR);
    for (const line of newest.slice(0, 4)) {
      expect(declared.has(line.account.id)).toBe(true);
      expect(line.region).toBeDefined();
    }
  });
});

describe('the demonstration', () => {
  test('has 20 to 40 thousand mentions on all platforms, of all kinds', () => {
    expect(demo.mentions.length).toBeGreaterThan(20_000);
    expect(demo.mentions.length).toBeLessThan(40_000);
    expect(Object.keys(demo.truth.counts.byPlatform).sort()).toEqual(
      ['bluesky', 'facebook', 'instagram', 'news', 'tiktok', 'x'].sort(),
    );
    expect(Object.keys(demo.truth.counts.byKind).sort()).toEqual(['ORIGINAL', 'QUOTE', 'REPLY', 'REPOST']);
    expect(demo.truth.counts.mentions).toBe(demo.mentions.length);
  });

  test('has heavy tails: most originals stay alone, and the largest cascades hold much of everything', () => {
    const sizes = cascadeSizes(demo.mentions).sort((a, b) => b - a);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const top = sizes.slice(0, Math.ceil(sizes.length / 100)).reduce((sum, size) => sum + size, 0);
    expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.4);
    expect(top / total).toBeGreaterThan(0.25);
    expect(sizes[0]).toBeGreaterThan(300);
  });

  test('sleeps at night and is busiest in the evening, by the clock in WIB', () => {
    const byHour = new Array<number>(24).fill(0);
    for (const { publishedAt } of demo.mentions) byHour[(new Date(publishedAt).getUTCHours() + 7) % 24]! += 1;
    expect(byHour[20]!).toBeGreaterThan(4 * byHour[3]!);
  });

  test('spans several provinces', () => {
    const provinces = new Set(
      demo.mentions.flatMap(({ region }) => (region === undefined ? [] : [region.slice(0, 2)])),
    );
    expect(provinces.size).toBeGreaterThan(8);
  });

  test('can be found by its issue query, but for what is off topic', () => {
    const found = demo.mentions.filter(
      ({ text, hashtags }) =>
        /kota fiktif/i.test(text) || hashtags?.some((tag) => tag === 'banjirkotafiktif' || tag === 'pedulikotafiktif'),
    );
    const speaking = demo.mentions.filter(({ kind }) => kind !== 'REPOST');
    expect(found.length / speaking.length).toBeGreaterThan(0.9);
  });
});

function cascadeSizes(mentions: readonly MentionLine[]): number[] {
  const root = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const { id, parent } of mentions) {
    const top = parent === undefined ? id : root.get(parent)!;
    root.set(id, top);
    sizes.set(top, (sizes.get(top) ?? 0) + 1);
  }
  return [...sizes.values()];
}
