import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { Random } from '#simulator/random.js';
import { factChecks } from './fact-checks.js';
import { paraphrase } from './paraphrases.js';
import { unrelatedTexts } from './tasks.js';

const ALL_OPINIONS = 11_000;
const TELLS_CLAIM = 0.05;

/** Headlines, and others made of the beginning of one and the end of another. */
export function manyClaims(count: number): string[] {
  const headlines = factChecks().map(({ headline }) => headline);
  const random = new Random(1, 'claims');
  return Array.from(
    { length: count },
    (_, i) => headlines[i] ?? joined(random.pick(headlines), random.pick(headlines)),
  );
}

/** Opinions made of two real ones each, and paraphrases of claims. Each is another one. */
export async function writeManyTexts(path: string, count: number, claims: readonly string[]): Promise<void> {
  const opinions = unrelatedTexts(ALL_OPINIONS);
  const random = new Random(1, 'texts');
  const out = createWriteStream(path);
  out.write('text_id,text\n');
  for (let i = 0; i < count; i++) {
    const text = random.chance(TELLS_CLAIM)
      ? paraphrase(random.pick(claims), 'all of it', String(i))
      : joined(random.pick(opinions), random.pick(opinions));
    if (!out.write(`t${i},${quoted(text)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

export function writeClaims(path: string, claims: readonly string[]): void {
  writeFileSync(path, `claim_id,text\n${claims.map((text, i) => `c${i},${quoted(text)}\n`).join('')}`);
}

function joined(one: string, other: string): string {
  const half = (text: string) => text.split(/\s+/);
  const [first, second] = [half(one), half(other)];
  return [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.floor(second.length / 2))].join(' ');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
