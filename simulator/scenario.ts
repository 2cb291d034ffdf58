import { CodedError } from '#domain/errors/coded-error.js';
import { Agencies } from './agencies.js';
import { DEMO_ISSUE } from './demo-scenario.js';
import { Emerging } from './emerging.js';
import { Hoax } from './hoax.js';
import { NewsDesk } from './news.js';
import { organic } from './organic.js';
import type { ScenarioParameters } from './parameters.js';
import { PlantedGroup } from './planted-group.js';
import type { ScenarioRecord } from './record.js';
import { Stage } from './stage.js';
import type { ScenarioTruth } from './truth.js';

/** One life of the issue: iterate `records` to its end, then ask for the truth. */
export class Scenario {
  readonly #parameters: ScenarioParameters;
  readonly #stage: Stage;
  readonly #news: NewsDesk;
  readonly #agencies: Agencies;
  readonly #hoax: Hoax;
  readonly #groups: readonly PlantedGroup[];
  readonly #emerging: readonly Emerging[];
  readonly #byKind: Record<string, number> = {};
  readonly #byPlatform: Record<string, number> = {};
  #lines = 0;
  #mentions = 0;

  /** Throws BAD_PARAMETERS naming every fault. */
  constructor(parameters: ScenarioParameters) {
    check(parameters);
    this.#parameters = parameters;
    this.#stage = new Stage(parameters);
    this.#news = new NewsDesk(this.#stage);
    this.#agencies = new Agencies(this.#stage);
    this.#hoax = new Hoax(this.#stage, this.#agencies);
    this.#groups = parameters.groups.map((group) => new PlantedGroup(this.#stage, group));
    this.#emerging = parameters.emerging.map((one) => new Emerging(this.#stage, one));
  }

  /** Every line of the scenario. They are not in order of time: a cascade is written whole before the next begins. */
  *records(): Generator<ScenarioRecord> {
    for (const record of this.#sections()) {
      this.#count(record);
      yield record;
    }
  }

  truth(): ScenarioTruth {
    return {
      parameters: this.#parameters,
      issue: DEMO_ISSUE,
      groups: this.#groups.map((group) => group.truth()),
      hoax: this.#hoax.truth(),
      news: this.#news.truth(),
      agencies: this.#agencies.truth(),
      emerging: this.#emerging.map((one) => one.truth()),
      counts: {
        lines: this.#lines,
        mentions: this.#mentions,
        byKind: this.#byKind,
        byPlatform: this.#byPlatform,
      },
    };
  }

  *#sections(): Generator<ScenarioRecord> {
    yield* this.#news.write();
    yield* this.#agencies.write();
    yield* this.#hoax.write();
    for (const group of this.#groups) yield* group.write();
    for (const one of this.#emerging) yield* one.write();
    yield* organic(this.#stage, this.#news);
    yield* this.#agencies.writeRecaps();
  }

  #count(record: ScenarioRecord): void {
    this.#lines += 1;
    if (record.type === 'account') return;
    this.#mentions += 1;
    this.#byKind[record.kind] = (this.#byKind[record.kind] ?? 0) + 1;
    this.#byPlatform[record.platform] = (this.#byPlatform[record.platform] ?? 0) + 1;
  }
}

function check(parameters: ScenarioParameters) {
  const { accounts, mentions, days, startAt, dailyRhythm, agencies, hoax, news } = parameters;
  const faults = [
    days > 0 ? null : 'days must be more than 0',
    mentions >= 0 ? null : 'mentions must be 0 or more',
    accounts >= fewestAccounts(parameters) ? null : `accounts must be at least ${fewestAccounts(parameters)}`,
    Number.isNaN(Date.parse(startAt)) ? 'startAt must be an ISO 8601 time' : null,
    dailyRhythm.length === 24 ? null : 'dailyRhythm must hold 24 numbers',
    news.outlets > 0 ? null : 'news.outlets must be more than 0',
    agencies.every(({ accountsByLayer }) => accountsByLayer.L0 > 0) ? null : 'every agency needs an L0 account',
    agencies.some(({ id }) => id === hoax.clarifiedBy) ? null : 'hoax.clarifiedBy must be one of the agencies',
  ].filter((fault) => fault !== null);
  if (faults.length > 0) throw new CodedError('BAD_PARAMETERS', faults.join('; '), { hint: 'see docs/simulator.md' });
}

/** Enough for every audience of the smallest platform to have somebody in it. */
function fewestAccounts({ platforms, audiences }: ScenarioParameters): number {
  const shares = platforms.map(({ share }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Math.ceil(((audiences.perPlatform + 1) * total) / Math.min(...shares));
}
