import { meanCascadeSize, respond } from './cascade.js';
import { mediaHash } from './media-hash.js';
import type { NewsDesk } from './news.js';
import type { Random } from './random.js';
import type { Content, ScenarioRecord } from './record.js';
import type { Stage } from './stage.js';
import { HASHTAGS, MOODS, sentence, written } from './texts.js';

const MOST_HASHTAGS = 3;
/** Of the first hashtag; the others are rarer by rank. */
const HASHTAG_CHANCE = 0.24;

/** What people publish of their own accord, hour by hour, and what follows from it; one cascade in memory at a time. */
export function* organic(stage: Stage, news: NewsDesk): Generator<ScenarioRecord> {
  const random = stage.random('organic');
  const { mentions, cascades } = stage.parameters;
  const originals = Math.round(mentions / meanCascadeSize(cascades));
  for (const at of stage.clock.moments(originals, random)) {
    const platform = stage.population.platform(random).name;
    const size = Math.floor(random.pareto(1, cascades.sizeExponent - 1, cascades.largest));
    const author = stage.population.rootFor(platform, size, random);
    const root = stage.press.publish(author, at, original(stage, news, at, random));
    yield root.line;
    yield* respond(stage, root, size, random);
  }
}

function original(stage: Stage, news: NewsDesk, at: number, random: Random): Content {
  const { offTopicShare, linkShare, mediaShare } = stage.parameters;
  if (random.chance(offTopicShare)) return { text: sentence('offTopic', random) };
  const [mood] = random.weighted(MOODS, ([, weight]) => weight);
  const story = random.chance(linkShare) ? news.latest(at) : null;
  const hashtags = HASHTAGS.filter((_, i) => random.chance(HASHTAG_CHANCE / (i + 1))).slice(0, MOST_HASHTAGS);
  const content = written(sentence(mood, random), hashtags, story === null ? [] : [story.url]);
  return random.chance(mediaShare) ? { ...content, media: [mediaHash(random)] } : content;
}
