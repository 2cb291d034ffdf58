import type { Agencies } from './agencies.js';
import { respond } from './cascade.js';
import { HOUR, MINUTE } from './clock.js';
import type { MentionLine, ScenarioRecord } from './record.js';
import type { Stage } from './stage.js';
import { CLAIM_REVIEWED, HASHTAGS, sentence, written } from './texts.js';
import type { HoaxTruth, MentionTruth } from './truth.js';

const CLAIM_LINK = 'https://kabarheboh.example/bendungan-tirta-khayal';
const CLARIFICATION_LINK = 'https://cekfakta.example/bendungan-tirta-khayal-aman';
const LINK_CHANCE = 0.5;

/** A false claim that spreads from a few roots, and the agency's clarification some hours later. */
export class Hoax {
  readonly #stage: Stage;
  readonly #agencies: Agencies;
  readonly #roots: MentionTruth[] = [];
  readonly #mentions: MentionTruth[] = [];
  readonly #clarifications: MentionTruth[] = [];

  constructor(stage: Stage, agencies: Agencies) {
    this.#stage = stage;
    this.#agencies = agencies;
  }

  /** Complete once everything is written. */
  truth(): HoaxTruth {
    return {
      claim: CLAIM_REVIEWED,
      roots: this.#roots,
      mentions: this.#mentions,
      clarifications: this.#clarifications,
    };
  }

  *write(): Generator<ScenarioRecord> {
    yield* this.#claim();
    yield* this.#clarification();
  }

  *#claim(): Generator<ScenarioRecord> {
    const { atDay, roots, rootSpreadMinutes, cascadeSize } = this.#stage.parameters.hoax;
    const random = this.#stage.random('hoax');
    for (let i = 0; i < roots; i += 1) {
      const platform = this.#stage.population.platform(random).name;
      const author = this.#stage.population.rootFor(platform, cascadeSize, random);
      const at = this.#stage.clock.atDay(atDay) + random.next() * rootSpreadMinutes * MINUTE;
      const content = written(
        sentence('claim', random),
        [HASHTAGS[0]!],
        random.chance(LINK_CHANCE) ? [CLAIM_LINK] : [],
      );
      const root = this.#stage.press.publish(author, at, content);
      this.#roots.push(named(root.line));
      for (const line of [root.line, ...respond(this.#stage, root, cascadeSize, random)]) {
        if (line === root.line || line.kind === 'REPOST') this.#mentions.push(named(line));
        yield line;
      }
    }
  }

  *#clarification(): Generator<ScenarioRecord> {
    const hoax = this.#stage.parameters.hoax;
    const random = this.#stage.random('clarification');
    const first = this.#stage.clock.atDay(hoax.atDay) + hoax.clarificationLagHours * HOUR;
    for (let i = 0; i < hoax.clarifications; i += 1) {
      const at = first + i * 3 * HOUR;
      if (at >= this.#stage.clock.quiet) break;
      const content = written(sentence('clarification', random), [HASHTAGS[0]!], [CLARIFICATION_LINK]);
      const size = Math.ceil(hoax.clarificationCascadeSize / (i + 1));
      const post = yield* this.#agencies.post(hoax.clarifiedBy, at, content, size, random);
      this.#clarifications.push(named(post));
    }
  }
}

function named({ platform, id }: MentionLine): MentionTruth {
  return { platform, id };
}
