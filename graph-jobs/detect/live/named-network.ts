import type { CoActionEdges } from '#domain/detection.js';
import { orderByTime } from '#domain/order-by-time.js';
import { ByteDictionary } from '../../csv-file/byte-dictionary.js';
import { rankByBytes } from '../../csv-file/rank-bytes.js';
import type { RankedIds } from '../../csv-file/ranked-ids.js';
import { LiveNetwork, type LiveParameters, type Outcome } from './live-network.js';
import { sortedEdges } from './sorted-edges.js';

/** An action as a feed tells it. */
export interface NamedAction {
  readonly account: string;
  readonly object: string;
  /** The id of the post; null where the feed has none, and every row is a post of its own. */
  readonly content: string | null;
  /** In milliseconds. */
  readonly time: number;
}

/** ITSELF: a post listed as a share of itself, which pairs with nothing. */
export type NamedOutcome = Outcome | 'ITSELF';

/** Edges between ranks of ids, in the order of code points, sorted by (from, to). */
export interface RankedEdges {
  readonly edges: CoActionEdges;
  readonly ids: RankedIds;
  readonly rank: Uint32Array;
}

/** Ids that nobody uses any more, beyond as many as are in use, before the dictionaries are made anew. */
const SPARE_CODES = 1 << 16;

/**
 * A live network of actions by ids. Dictionaries only grow, and a feed never ends: when most of their ids belong to
 * nothing that is kept, dictionaries and network are made anew from the actions that are. That costs about as much as taking
 * these actions did, once for as many new ids: every action is counted twice at most, and memory follows what is kept.
 */
export class NamedNetwork {
  #network: LiveNetwork;
  #accounts = new ByteDictionary();
  #objects = new ByteDictionary();
  /** Empty where the feed has no content ids: codes are then numbers without names. */
  #contents = new ByteDictionary();
  #contentCodes = 0;

  constructor(
    private readonly parameters: LiveParameters,
    private readonly withContents: boolean,
    private readonly spareCodes = SPARE_CODES,
  ) {
    this.#network = new LiveNetwork(parameters);
  }

  /** Changes when ids are forgotten: ask again for each use. */
  get network(): LiveNetwork {
    return this.#network;
  }

  add({ account, object, content, time }: NamedAction): NamedOutcome {
    if (content === object) {
      this.#network.advance(time);
      return 'ITSELF';
    }
    const outcome = this.#add(Buffer.from(account), Buffer.from(object), bytesOrNull(content), time);
    const codes = this.#accounts.length + this.#objects.length + this.#contentCodes;
    if (codes > 6 * this.#network.length + this.spareCodes) this.#forget();
    return outcome;
  }

  /** Takes the pair for one that has been shown. */
  tell(one: string, other: string): void {
    const [a, b] = [one, other].map((id) => codeOf(this.#accounts, Buffer.from(id)));
    this.#network.tell(a!, b!);
  }

  /** In the order of ids. */
  told(): readonly (readonly [string, string])[] {
    const { edges, ids } = this.ranked(this.#network.told());
    return Array.from(edges.from, (from, i) => [ids.at(from), ids.at(edges.to[i]!)]);
  }

  /** The actions that are kept, earliest first, at one time in the order of ids: whatever order they came in. */
  *actions(): Generator<NamedAction> {
    const { length, account, object, mention, time } = this.#network.actions();
    const order = orderByTime(time);
    let tied: NamedAction[] = [];
    for (let i = 0; i < length; i++) {
      const row = order === null ? i : order[i]!;
      if (tied.length > 0 && tied[0]!.time !== time[row]) {
        yield* inOrderOfIds(tied);
        tied = [];
      }
      const [who, what] = [this.#accounts.at(account[row]!), this.#objects.at(object[row]!)];
      tied.push({ account: who, object: what, content: this.content(mention[row]!), time: time[row]! });
    }
    yield* inOrderOfIds(tied);
  }

  /** Edges of the network in the order of ids, which no code and no order of arrival changes. */
  ranked(edges: CoActionEdges): RankedEdges {
    const marked = new Uint8Array(this.#accounts.length);
    for (const ends of [edges.from, edges.to]) for (const account of ends) marked[account] = 1;
    const { rank, ids } = rankByBytes(this.#accounts, marked);
    return { edges: sortedEdges(edges, (account) => rank[account]!, ids.length), ids, rank };
  }

  object(code: number): string {
    return this.#objects.at(code);
  }

  content(code: number): string | null {
    return this.withContents ? this.#contents.at(code) : null;
  }

  #add(account: Uint8Array, object: Uint8Array, content: Uint8Array | null, time: number): Outcome {
    const code = content === null ? this.#contentCodes : codeOf(this.#contents, content);
    this.#contentCodes = Math.max(this.#contentCodes, code + 1);
    return this.#network.add(codeOf(this.#accounts, account), codeOf(this.#objects, object), code, time);
  }

  #forget(): void {
    const [network, accounts, objects, contents] = [this.#network, this.#accounts, this.#objects, this.#contents];
    this.#network = new LiveNetwork(this.parameters);
    this.#accounts = new ByteDictionary();
    this.#objects = new ByteDictionary();
    this.#contents = new ByteDictionary();
    this.#contentCodes = 0;
    const { length, account, object, mention, time } = network.actions();
    const order = orderByTime(time);
    for (let i = 0; i < length; i++) {
      const row = order === null ? i : order[i]!;
      const content = this.withContents ? contents.bytesOf(mention[row]!) : null;
      this.#add(accounts.bytesOf(account[row]!), objects.bytesOf(object[row]!), content, time[row]!);
    }
    this.#network.advance(network.clock);
    const told = network.told();
    const newCode = (account: number) => codeOf(this.#accounts, accounts.bytesOf(account));
    for (let i = 0; i < told.length; i++) this.#network.tell(newCode(told.from[i]!), newCode(told.to[i]!));
  }
}

function inOrderOfIds(actions: NamedAction[]): NamedAction[] {
  const key = ({ object, account, content }: NamedAction) => JSON.stringify([object, account, content]);
  return actions.length < 2 ? actions : actions.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function bytesOrNull(text: string | null): Uint8Array | null {
  return text === null ? null : Buffer.from(text);
}

function codeOf(dictionary: ByteDictionary, bytes: Uint8Array): number {
  return dictionary.codeOf(bytes, 0, bytes.length);
}
