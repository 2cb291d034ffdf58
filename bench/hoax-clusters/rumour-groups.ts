import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { NO_ROW } from '#domain/mention-columns.js';
import { DistinctTexts } from '#graph-jobs/detect/near-duplicates/distinct-texts.js';
import { textClusters } from '#graph-jobs/detect/near-duplicates/text-clusters.js';
import { DEFAULT_TEXT_PARAMETERS } from '#graph-jobs/detect/near-duplicates/text-parameters.js';

/** Texts of rumours, in columns: code of the text, time in milliseconds, and number of the rumour that the mention belongs to. */
export interface RumourTexts {
  readonly texts: DistinctTexts;
  readonly text: number[];
  readonly time: number[];
  readonly rumour: number[];
  /** Mentions whose text is too short to be an object of CO_TEXT. */
  tooShort: number;
}

export interface GroupAgreement {
  readonly mentions: number;
  readonly tooShort: number;
  /** Near-duplicate groups of two mentions or more, and mentions in them. */
  readonly groups: number;
  readonly grouped: number;
  /** Share of the grouped mentions that are of the rumour that most of their group are of. */
  readonly purity: number;
  /** Share of all pairs of mentions in one group that are of one rumour. */
  readonly pairsWithin: number;
  /** The same for pairs of mentions drawn at random from those in groups: what chance gives. */
  readonly pairsByChance: number;
  /** Share of the groups that hold mentions of one rumour alone. */
  readonly pureGroups: number;
}

/** Groups mentions of rumours by near-duplicate text, as CO_TEXT does, and compares the groups with the rumours of the data. */
export function groupAgreement({ texts, text, time, rumour, tooShort }: RumourTexts): GroupAgreement {
  const posts = { length: text.length, text: Uint32Array.from(text), time: Float64Array.from(time) };
  const { cluster } = textClusters(texts, posts, DEFAULT_TEXT_PARAMETERS);
  const members = new Map<number, Map<number, number>>();
  cluster.forEach((one, i) => {
    if (one === NO_ROW) return;
    const counts = members.get(one) ?? new Map<number, number>();
    counts.set(rumour[i]!, (counts.get(rumour[i]!) ?? 0) + 1);
    members.set(one, counts);
  });
  const groups = [...members.values()].map((counts) => [...counts]).filter((counts) => sizeOf(counts) >= 2);
  const grouped = groups.reduce((sum, counts) => sum + sizeOf(counts), 0);
  const within = groups.flat().reduce((sum, [, count]) => sum + pairs(count), 0);
  const all = groups.reduce((sum, counts) => sum + pairs(sizeOf(counts)), 0);
  const most = groups.reduce((sum, counts) => sum + Math.max(...counts.map(([, count]) => count)), 0);
  const ofRumour = new Map<number, number>();
  for (const [one, count] of groups.flat()) ofRumour.set(one, (ofRumour.get(one) ?? 0) + count);
  const byChance = [...ofRumour.values()].reduce((sum, count) => sum + pairs(count), 0) / pairs(grouped);
  return {
    ...{ mentions: text.length + tooShort, tooShort, groups: groups.length, grouped },
    ...{ purity: most / grouped, pairsWithin: within / all, pairsByChance: byChance },
    pureGroups: groups.filter(({ length }) => length === 1).length / groups.length,
  };
}

/** The rumours of CED with the first `most` of their reposts that say something. */
export async function rumourTexts([posts, reposts]: readonly string[], most: number): Promise<RumourTexts> {
  const read: RumourTexts = { texts: new DistinctTexts(), text: [], time: [], rumour: [], tooShort: 0 };
  const rumours = new Set<string>();
  for await (const { post_id: id = '', label, text = '', created_at_unix: at = '' } of rowsOf(posts!)) {
    if (label !== 'rumor') continue;
    rumours.add(id);
    take(read, Number(id), text, at);
  }
  let left = most;
  for await (const { post_id: id = '', text = '', created_at_unix: at = '' } of rowsOf(reposts!)) {
    if (text === '' || at === '' || !rumours.has(id)) continue;
    if (left === 0) break;
    left -= 1;
    take(read, Number(id), text, at);
  }
  return read;
}

function take(read: RumourTexts, rumour: number, text: string, at: string): void {
  const code = read.texts.codeOf(text);
  if (code === NO_ROW) {
    read.tooShort += 1;
    return;
  }
  read.text.push(code);
  read.time.push(Number(at) * 1000);
  read.rumour.push(rumour);
}

function rowsOf(file: string): AsyncIterable<Record<string, string>> {
  return createReadStream(file)
    .pipe(createGunzip())
    .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true })) as AsyncIterable<Record<string, string>>;
}

function sizeOf(counts: readonly (readonly [number, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
