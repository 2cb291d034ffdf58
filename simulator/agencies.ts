import { ACCOUNT_LAYERS, type AccountLayer } from '#domain/account.js';
import { respond } from './cascade.js';
import { DAY, HOUR, MINUTE } from './clock.js';
import type { AgencyParameters } from './parameters.js';
import type { Random } from './random.js';
import type { Author, Published, ScenarioRecord } from './record.js';
import { byName, type Stage } from './stage.js';
import { HASHTAGS, sentence, written } from './texts.js';
import type { AgencyTruth } from './truth.js';

const OFFICE_OPENS = 7;
const OFFICE_HOURS = 14;
const RESPONSE_SPREAD = 0.9;
const MOST_RESPONSES = 40;
const LAYER_FOLLOWERS: Readonly<Record<AccountLayer, number>> = { L0: 250_000, L1: 40_000, L2: 2_000, L3: 150 };

interface Agency {
  readonly parameters: AgencyParameters;
  readonly accounts: readonly { readonly layer: AccountLayer; readonly author: Author }[];
}

/** Agencies with the accounts that they declare: L0 publishes by day, the other layers carry its posts on. */
export class Agencies {
  readonly #agencies: readonly Agency[];
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#agencies = stage.parameters.agencies.map((parameters) => ({
      parameters,
      accounts: ACCOUNT_LAYERS.flatMap((layer) =>
        Array.from({ length: parameters.accountsByLayer[layer] }, (_, i) => ({
          layer,
          author: declared(stage, parameters, layer, i),
        })),
      ),
    }));
  }

  truth(): AgencyTruth[] {
    return this.#agencies.map(({ parameters, accounts }) => ({
      id: parameters.id,
      accounts: accounts.map(({ layer, author: { platform, account } }) => {
        return { platform, id: account.id, handle: account.handle, layer };
      }),
    }));
  }

  *write(): Generator<ScenarioRecord> {
    for (const agency of this.#agencies) {
      for (const { author } of agency.accounts) yield { type: 'account', platform: author.platform, ...author.account };
    }
    for (const agency of this.#agencies) yield* this.#days(agency);
  }

  /** The last thing that is published: the daily recap of each agency, in the minutes kept quiet for it. */
  *writeRecaps(): Generator<ScenarioRecord> {
    const { quiet, end } = this.#stage.clock;
    const random = this.#stage.random('recaps');
    const count = this.#agencies.length;
    for (const [i, agency] of this.#agencies.entries()) {
      const at = quiet + ((i + 1) * (end - quiet)) / (count + 1);
      const author = byName(this.#voice(agency));
      yield this.#stage.press.publish(author, at, message(random)).line;
      const answer = byName(agency.accounts.find(({ layer }) => layer === 'L1')?.author ?? this.#voice(agency));
      yield this.#stage.press.publish(answer, at + 20_000, { text: sentence('response', random) }).line;
    }
  }

  /** Publishes a post of the agency's main account and what its layers and the public make of it. */
  *post(agencyId: string, at: number, content: ReturnType<typeof written>, publicSize: number, random: Random) {
    const agency = this.#agencies.find(({ parameters }) => parameters.id === agencyId)!;
    const post = this.#stage.press.publish(byName(this.#voice(agency)), at, content);
    yield post.line;
    yield* this.#carryOn(agency, post, random);
    yield* respond(this.#stage, post, publicSize, random);
    return post.line;
  }

  *#days({ parameters }: Agency): Generator<ScenarioRecord> {
    const random = this.#stage.random(`agency ${parameters.id}`);
    const { start, quiet } = this.#stage.clock;
    for (let day = start; day < quiet; day += DAY) {
      for (let i = 0; i < parameters.postsPerDay; i += 1) {
        const at = day + (OFFICE_OPENS + random.next() * OFFICE_HOURS) * HOUR;
        const size = Math.floor(random.pareto(4, 1.3, MOST_RESPONSES));
        if (at < quiet) yield* this.post(parameters.id, at, message(random), size, random);
      }
    }
  }

  *#carryOn({ parameters, accounts }: Agency, post: Published, random: Random): Generator<ScenarioRecord> {
    for (const { layer, author } of accounts) {
      if (layer === 'L0') continue;
      const { chance, medianMinutes } = parameters.response[layer];
      if (!random.chance(chance)) continue;
      const at = post.at + random.logNormal(medianMinutes * MINUTE, RESPONSE_SPREAD)();
      if (at >= this.#stage.clock.quiet) continue;
      const kind = layer === 'L1' ? 'QUOTE' : layer === 'L2' ? 'REPLY' : 'REPOST';
      const text = kind === 'REPOST' ? '' : sentence('response', random);
      yield this.#stage.press.publish(byName(author), at, { text }, { kind, parent: post.line.id }).line;
    }
  }

  #voice({ accounts }: Agency): Author {
    return accounts[0]!.author;
  }
}

function declared(stage: Stage, agency: AgencyParameters, layer: AccountLayer, i: number): Author {
  const number = layer === 'L0' && i === 0 ? '' : `_${layer.toLowerCase()}_${i + 1}`;
  return stage.cast(agency.platform, LAYER_FOLLOWERS[layer], agency.regionCode, {
    handle: `${agency.id}_simulasi${number}`,
    displayName: layer === 'L0' ? `${agency.name} (simulasi)` : `${agency.name} ${layer} ${i + 1} (simulasi)`,
    agency: agency.id,
    layer,
  });
}

function message(random: Random) {
  return written(sentence('agency', random), random.chance(0.6) ? [HASHTAGS[0]!, HASHTAGS[3]!] : [HASHTAGS[0]!]);
}
