import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Behaviour } from '#domain/action.js';
import { compiledModule } from '#platform/package-root.js';
import type { DirectedWeights } from './peer-network.js';
import type { Post } from './simulated-posts.js';

interface Evidence {
  readonly from: string;
  readonly to: string;
  readonly post_a: string;
  readonly post_b: string;
}

/** What each post acts on; the peer, like us, takes reposts for nothing else. */
const OBJECTS_OF = {
  CO_REPOST: ({ repostOf }) => (repostOf === '' ? [] : [repostOf]),
  CO_REPLY: ({ replyTo, repostOf }) => (replyTo === '' || repostOf !== '' ? [] : [replyTo]),
  CO_LINK: ({ links, repostOf }) => (repostOf === '' ? links : []),
} satisfies Partial<Record<Behaviour, (post: Post) => readonly string[]>>;

export type ComparedBehaviour = keyof typeof OBJECTS_OF;

/** Counted by `jejaring coordination` as a process of its own; the peer's weights are distinct posts, which the evidence names. */
export function ownNetwork(
  posts: readonly Post[],
  behaviour: ComparedBehaviour,
  windowSeconds: number,
  folder: string,
): DirectedWeights {
  const file = join(folder, `${behaviour}.csv`);
  const evidence = join(folder, `${behaviour}-evidence.csv`);
  const rows = posts.flatMap((post) =>
    OBJECTS_OF[behaviour](post).map((object) => `${object},${post.account},${post.id},${post.at}`),
  );
  writeFileSync(file, ['object_id,account_id,content_id,timestamp_share', ...rows, ''].join('\n'));
  const words = [
    'coordination',
    file,
    '--mode',
    'compatible',
    '--behaviour',
    behaviour,
    '--window',
    `${windowSeconds}`,
    '--evidence',
    evidence,
  ];
  execFileSync(process.execPath, [compiledModule('cli/main.js'), ...words], { stdio: 'pipe' });
  const { data } = Papa.parse<Evidence>(readFileSync(evidence, 'utf8').trim(), { header: true });
  const partnered = new Map<string, Set<string>>();
  const add = (pair: string, post: string) => partnered.set(pair, (partnered.get(pair) ?? new Set()).add(post));
  for (const { from, to, post_a, post_b } of data) {
    add(`${from} ${to}`, post_a);
    add(`${to} ${from}`, post_b);
  }
  return new Map(Array.from(partnered, ([pair, own]) => [pair, own.size]));
}
