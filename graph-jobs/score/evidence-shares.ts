import type { ExplanationKind } from '#domain/finding.js';
import { GroupCounts } from './group-counts.js';
import { type ActivityOfAll, type IssueActivity, isOnTheHour } from './issue-activity.js';

/** What the evidence tells; the others are told by what is known of the members. */
export type EvidenceKind = Exclude<ExplanationKind, 'DECLARED_GOVERNMENT_AMPLIFICATION' | 'NEWS_SYNDICATION'>;

/**
 * The explanations that need nothing but who acted when on what: the same on an issue and on a file. One group after the other
 * is begun, and its pairs of mentions are added as they come; none is held.
 */
export class EvidenceShares {
  readonly #sources: GroupCounts;
  readonly #accounts: GroupCounts;
  readonly #mentions: GroupCounts;
  #others: IssueActivity;
  #pairs = 0;
  #inBurst = 0;
  #posts = 0;
  #onTheHour = 0;

  /** `codes`: how many accounts and sources have one; mentions are rows of `publishedAt`. */
  constructor(
    private readonly publishedAt: Float64Array,
    private readonly activity: ActivityOfAll,
    codes: { readonly accounts: number; readonly sources: number },
  ) {
    this.#sources = new GroupCounts(codes.sources);
    this.#accounts = new GroupCounts(codes.accounts);
    this.#mentions = new GroupCounts(publishedAt.length);
    this.#others = activity.without([]);
  }

  begin(members: readonly number[]): void {
    this.#others = this.activity.without(members);
    for (const counts of [this.#sources, this.#accounts, this.#mentions]) counts.begin();
    this.#pairs = 0;
    this.#inBurst = 0;
    this.#posts = 0;
    this.#onTheHour = 0;
  }

  add(from: number, to: number, source: number, fromMention: number, toMention: number): void {
    const { publishedAt } = this;
    this.#pairs += 1;
    this.#sources.add(source);
    this.#accounts.add(from);
    this.#accounts.add(to);
    this.#post(fromMention);
    this.#post(toMention);
    if (this.#others.isBurst(Math.min(publishedAt[fromMention]!, publishedAt[toMention]!))) this.#inBurst += 1;
  }

  /** Of the group that was begun last. */
  shares(): Record<EvidenceKind, number> {
    return {
      SHARED_SOURCE: share(this.#sources.most, this.#pairs),
      ONE_HYPERACTIVE_ACCOUNT: share(this.#accounts.most, this.#pairs),
      BURST_EVERYONE_JOINED: share(this.#inBurst, this.#pairs),
      ON_THE_HOUR: excess(share(this.#onTheHour, this.#posts), this.#others.onTheHour),
    };
  }

  #post(mention: number): void {
    if (this.#mentions.add(mention) > 1) return;
    this.#posts += 1;
    if (isOnTheHour(this.publishedAt[mention]!)) this.#onTheHour += 1;
  }
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** How much of what chance leaves over is used: 0 for a share as everyone has it or less, 1 when all are on the hour. */
function excess(own: number, everyone: number): number {
  return everyone >= 1 ? 0 : Math.max(0, (own - everyone) / (1 - everyone));
}
