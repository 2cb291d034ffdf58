import { HOUR } from './clock.js';
import type { EmergingParameters } from './parameters.js';
import type { Random } from './random.js';
import type { Content, ScenarioRecord } from './record.js';
import type { Stage } from './stage.js';
import { sentence, written } from './texts.js';
import type { EmergingTruth } from './truth.js';

/** Something else that people begin to speak of: it rises at once and fades, and the scenario's issue does not hold it. */
export class Emerging {
  readonly #stage: Stage;
  readonly #parameters: EmergingParameters;
  readonly #mentions: string[] = [];
  #startedAt = '';

  constructor(stage: Stage, parameters: EmergingParameters) {
    this.#stage = stage;
    this.#parameters = parameters;
  }

  /** Complete once everything is written. */
  truth(): EmergingTruth {
    const { name, carries } = this.#parameters;
    const { hashtag, url, text } = this.#objects();
    const mentions = [...this.#mentions];
    return { name, carries, hashtag, url, text, startedAt: this.#startedAt, mentions };
  }

  *write(): Generator<ScenarioRecord> {
    const { name, atDay, accounts, fadeHours } = this.#parameters;
    const { clock, population, press } = this.#stage;
    const random = this.#stage.random(`emerging ${name} ${atDay}`);
    const delays = Array.from({ length: accounts }, () => random.exponential(fadeHours * HOUR)).sort((a, b) => a - b);
    for (const delay of delays) {
      const at = clock.atDay(atDay) + delay;
      if (at >= clock.quiet) continue;
      const author = population.rootFor(population.platform(random).name, 1, random);
      const { line } = press.publish(author, at, this.#content(random));
      if (this.#mentions.length === 0) this.#startedAt = line.publishedAt;
      this.#mentions.push(line.id);
      yield line;
    }
  }

  #content(random: Random): Content {
    const { carries } = this.#parameters;
    const { hashtag, url, text } = this.#objects();
    const own = carries.includes('TEXT') ? text : sentence('offTopic', random);
    return written(own, carries.includes('HASHTAG') ? [hashtag] : [], carries.includes('LINK') ? [url] : []);
  }

  #objects() {
    const { name } = this.#parameters;
    return {
      hashtag: `kabar${name}`,
      url: `https://warta.example/${name}`,
      text: `Kabar ${name}: jembatan gantung ${name} putus tadi pagi, warga kampung ${name} minta segera diperbaiki ${name}.`,
    };
  }
}
