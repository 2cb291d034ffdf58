import { MINUTE } from './clock.js';
import type { Random } from './random.js';
import type { Content, MentionLine, Published } from './record.js';
import type { Stage } from './stage.js';
import { sentence } from './texts.js';

/** Mean of the size of a cascade: the sum of P(size >= s), with P = s^(1 - exponent) up to the cut. */
export function meanCascadeSize({ sizeExponent, largest }: { sizeExponent: number; largest: number }): number {
  let mean = 0;
  for (let size = 1; size <= largest; size += 1) mean += size ** (1 - sizeExponent);
  return mean;
}

/**
 * Responses to a root until the cascade has `size` mentions. Each goes to the root or to somebody who responded before,
 * rather to one with many followers, so that trees have depth; it comes a log-normal delay later, in waking hours.
 * Nobody reposts in one cascade twice; some reply again. What would come after the end is not written.
 */
export function* respond(stage: Stage, root: Published, size: number, random: Random): Generator<MentionLine> {
  const { delayMedianMinutes, delaySpread, directShare } = stage.parameters.cascades;
  const delay = random.logNormal(delayMedianMinutes * MINUTE, delaySpread);
  const { responses } = stage.platform(root.line.platform);
  const tree = [root];
  const seen = new Set([root.author.account.id]);
  for (let i = 1; i < size; i += 1) {
    const parent = random.chance(directShare) ? root : louder(random.pick(tree), random.pick(tree));
    const at = stage.clock.awake(parent.at, delay(), random);
    if (at >= stage.clock.quiet) continue;
    const author = stage.population.somebody(root.author, seen, random);
    const kind = seen.has(author.account.id)
      ? 'REPLY'
      : random.weighted(['REPOST', 'REPLY', 'QUOTE'] as const, (one) => responses[one]);
    const content = kind === 'REPOST' ? { text: '' } : answer(random);
    const response = stage.press.publish(author, at, content, { kind, parent: parent.line.id });
    seen.add(author.account.id);
    tree.push(response);
    yield response.line;
  }
}

function louder(a: Published, b: Published): Published {
  return a.author.followers >= b.author.followers ? a : b;
}

function answer(random: Random): Content {
  return { text: sentence('response', random) };
}
