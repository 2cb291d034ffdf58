import type { Behaviour } from '#domain/action.js';
import type { MentionKind } from '#domain/mention.js';
import { DAY } from './clock.js';
import { mediaHash } from './media-hash.js';
import type { GroupParameters } from './parameters.js';
import type { Random } from './random.js';
import type { Author, Content, Published, ScenarioRecord } from './record.js';
import { byName, type Stage } from './stage.js';
import { HASHTAGS, MOODS, sentence, written } from './texts.js';
import type { GroupTruth, WaveTruth } from './truth.js';

const YOUNGEST_DAYS = 20;
const AGE_SPREAD_DAYS = 60;

/** A co-timed group: its members act on the same objects within seconds, and post ordinary things in between. */
export class PlantedGroup {
  readonly #stage: Stage;
  readonly #parameters: GroupParameters;
  readonly #members: readonly Author[];
  readonly #waves: WaveTruth[] = [];

  constructor(stage: Stage, parameters: GroupParameters) {
    this.#stage = stage;
    this.#parameters = parameters;
    const random = stage.random(`group ${parameters.name} members`);
    const { followers, regions } = stage.parameters;
    this.#members = Array.from({ length: parameters.members }, () => {
      const age = (YOUNGEST_DAYS + random.next() * AGE_SPREAD_DAYS) * DAY;
      return stage.cast(
        parameters.platform,
        Math.floor(random.pareto(followers.smallest, 1.5, 5_000)),
        random.weighted(regions, ([, weight]) => weight)[0],
        {
          handle: `warga_${random.below(2 ** 31).toString(36)}`,
          displayName: `Warga ${random.below(100_000)}`,
          createdAt: new Date(stage.clock.start - age).toISOString(),
        },
      );
    });
  }

  /** Complete once everything is written. */
  truth(): GroupTruth {
    const members = this.#members.map(({ platform, account: { id, handle } }) => ({ platform, id, handle }));
    return { name: this.#parameters.name, members, waves: this.#waves };
  }

  *write(): Generator<ScenarioRecord> {
    for (const { platform, account } of this.#members) yield { type: 'account', platform, ...account };
    yield* this.#waveOfEachObject();
    yield* this.#camouflage();
  }

  *#waveOfEachObject(): Generator<ScenarioRecord> {
    const { name, objects, behaviours, fromDay, toDay } = this.#parameters;
    const random = this.#stage.random(`group ${name} waves`);
    for (let i = 0; i < objects; i += 1) {
      const evenly = fromDay + ((i + random.next()) * (toDay - fromDay)) / objects;
      const at = this.#stage.clock.awake(this.#stage.clock.atDay(evenly), 0, random);
      if (at < this.#stage.clock.quiet) yield* this.#wave(behaviours[i % behaviours.length]!, i, at, random);
    }
  }

  *#wave(behaviour: Behaviour, number: number, at: number, random: Random): Generator<ScenarioRecord> {
    const { participation, delayMeanSeconds, platform } = this.#parameters;
    const target = this.#target(behaviour, platform, at, random);
    if (target !== null) yield target.line;
    const act = this.#act(behaviour, number, target, random);
    const mentions: string[] = [];
    for (const member of this.#members) {
      if (!random.chance(participation)) continue;
      const when = at + random.exponential(delayMeanSeconds * 1000);
      if (when >= this.#stage.clock.quiet) continue;
      const { line } = this.#stage.press.publish(byName(member), when, act.content(), act.relation);
      mentions.push(line.id);
      yield line;
    }
    this.#waves.push({ behaviour, object: act.object, startedAt: new Date(at).toISOString(), mentions });
  }

  /** What a wave of reposts or replies gathers on: a post of somebody else, some minutes old. */
  #target(behaviour: Behaviour, platform: string, at: number, random: Random): Published | null {
    if (behaviour !== 'CO_REPOST' && behaviour !== 'CO_REPLY') return null;
    const author = this.#stage.population.rootFor(platform, 8, random);
    const before = at - (2 + random.next() * 30) * 60_000;
    return this.#stage.press.publish(author, before, written(sentence('angry', random), [HASHTAGS[0]!]));
  }

  #act(behaviour: Behaviour, number: number, target: Published | null, random: Random) {
    const link = `https://petisi.example/sungai-kota-fiktif/${number + 1}`;
    const hashtag = `NormalisasiSungai${number + 1}`;
    const pair = [hashtag, `${hashtag}Sekarang`];
    const picture = mediaHash(this.#stage.random(`group ${this.#parameters.name} picture ${number}`));
    // Drawn only where it is said: other scenarios keep their bytes.
    const message = behaviour === 'CO_TEXT' ? sentence('petition', random) : '';
    const endings = ['', ' Sebarkan!', ' Tolong bantu', ' 🙏🙏'];
    const petition = (hashtags: string[], urls: string[]) => written(sentence('petition', random), hashtags, urls);
    const relation = (kind: MentionKind) => (target === null ? {} : { kind, parent: target.line.id });
    const ways: Record<
      Behaviour,
      { object: string; content: () => Content; relation: { kind?: MentionKind; parent?: string } }
    > = {
      CO_LINK: { object: link, content: () => petition([], [link]), relation: {} },
      CO_HASHTAG: { object: hashtag.toLowerCase(), content: () => petition([hashtag], []), relation: {} },
      CO_HASHTAG_SET: { object: pair.join(' ').toLowerCase(), content: () => petition(pair, []), relation: {} },
      CO_HASHTAG_SEQUENCE: { object: pair.join(' ').toLowerCase(), content: () => petition(pair, []), relation: {} },
      CO_MEDIA: { object: picture, content: () => ({ ...petition([], []), media: [picture] }), relation: {} },
      CO_REPOST: { object: target?.line.id ?? '', content: () => ({ text: '' }), relation: relation('REPOST') },
      CO_REPLY: { object: target?.line.id ?? '', content: () => petition([], []), relation: relation('REPLY') },
      CO_TEXT: { object: message, content: () => written(message + random.pick(endings), [], []), relation: {} },
    };
    return ways[behaviour];
  }

  *#camouflage(): Generator<ScenarioRecord> {
    const { name, camouflagePosts } = this.#parameters;
    const random = this.#stage.random(`group ${name} camouflage`);
    for (const member of this.#members) {
      for (const at of this.#stage.clock.moments(camouflagePosts, random)) {
        const [mood] = random.weighted(MOODS, ([, weight]) => weight);
        const content = written(sentence(mood, random), random.chance(0.5) ? [HASHTAGS[0]!] : []);
        yield this.#stage.press.publish(byName(member), at, content).line;
      }
    }
  }
}
