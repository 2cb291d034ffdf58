import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import type { SubgraphConnection } from '../subgraph-connection.js';
import type { AnswerCache, Moment } from './answer-cache.js';
import { type Keys, keysOfEntities, keysOfRequest } from './cache-keys.js';
import type { CountLookups } from './cache-metrics.js';
import { notedPolicy } from './cache-policy.js';
import { type EntityList, entityListsOf } from './entity-lists.js';
import { KnownEntities, wholeAnswer } from './known-entities.js';

type Ask = (request: ExecutionRequest) => Promise<ExecutionResult>;

/**
 * Answers queries with what subgraphs answered before, as far as their policies allow: root queries whole, entities one by
 * one, so that only those which are not known are asked for. A mutation, a subscription and what is fetched for its events
 * (`live`) go to the subgraphs.
 */
export function cachedReads(
  subgraphs: SubgraphConnection,
  cache: AnswerCache,
  count: CountLookups,
): SubgraphConnection {
  const space = cache.newSpace();
  return {
    ...subgraphs,
    live: subgraphs,
    executor: (name) => {
      const executor = subgraphs.executor(name);
      const ask: Ask = async (request) => (await executor(request)) as ExecutionResult;
      const reader = new CachedReader({ subgraph: name, space, ask, cache, count, subgraphs });
      return ((request) =>
        request.operationType === 'query' && reader.mayKeep(request)
          ? reader.read(request)
          : executor(request)) as Executor;
    },
  };
}

interface ReaderParts {
  readonly subgraph: string;
  readonly space: number;
  readonly ask: Ask;
  readonly cache: AnswerCache;
  readonly count: CountLookups;
  readonly subgraphs: SubgraphConnection;
}

class CachedReader {
  constructor(private readonly parts: ReaderParts) {}

  /** False where it is known before anybody asks that no answer may be kept. */
  mayKeep(request: ExecutionRequest): boolean {
    return this.#fixedPolicy(request) !== null;
  }

  read(request: ExecutionRequest): Promise<ExecutionResult> {
    const { variables = {} } = request;
    const lists = entityListsOf(request.document);
    return lists?.every(({ variable }) => Array.isArray(variables[variable]))
      ? this.#entities(request, lists)
      : this.#whole(request);
  }

  async #whole(request: ExecutionRequest): Promise<ExecutionResult> {
    const { ask, cache, count, subgraph } = this.parts;
    const keys = keysOfRequest(this.parts, request);
    const known = this.#find(keys);
    count(subgraph, known === undefined ? { hits: 0, misses: 1 } : { hits: 1, misses: 0 });
    if (known !== undefined) return { data: JSON.parse(known) };
    const since = cache.moment();
    const answer = await ask(request);
    const { data } = answer;
    // What is not there may come at any time: that it is not is never kept.
    if (data && !Object.values(data).includes(null)) this.#keeperOf(request, answer, since)?.(keys, data);
    return answer;
  }

  async #entities(request: ExecutionRequest, lists: readonly EntityList[]): Promise<ExecutionResult> {
    const { ask, cache, count, subgraph } = this.parts;
    const known = lists.map((list) => this.#known(list, request));
    const misses = known.reduce((sum, { missing }) => sum + missing.length, 0);
    const hits = known.reduce((sum, { places }) => sum + places.length, 0) - misses;
    count(subgraph, { hits, misses });
    if (misses === 0) return wholeAnswer(known, null);
    const rest = Object.fromEntries(
      known.map(({ list, missing }) => [list.variable, missing.map(({ asked }) => asked)]),
    );
    const since = cache.moment();
    const answer = await ask({ ...request, variables: { ...request.variables, ...rest } });
    const keep = this.#keeperOf(request, answer, since);
    if (keep)
      for (const one of known)
        for (const [i, entity] of (one.fresh(answer.data) ?? []).entries())
          if (entity !== null) keep(one.missing[i]!.keys, entity);
    return hits === 0 ? answer : wholeAnswer(known, answer);
  }

  #known(list: EntityList, request: ExecutionRequest): KnownEntities {
    const keysOf = keysOfEntities(this.parts, list, request);
    const representations = request.variables[list.variable] as readonly unknown[];
    const places = representations.map((asked) => {
      const keys = keysOf(asked);
      return { asked, keys, json: this.#find(keys) };
    });
    return new KnownEntities(list, places);
  }

  #find({ shared, own }: Keys): string | undefined {
    return this.parts.cache.find(shared) ?? this.parts.cache.find(own);
  }

  /** Null where nothing of the answer may be kept. */
  #keeperOf(request: ExecutionRequest, answer: ExecutionResult, since: Moment) {
    const { cache, subgraph } = this.parts;
    const policy = this.#fixedPolicy(request) ?? notedPolicy(answer);
    if (!policy || answer.errors?.length) return null;
    return ({ shared, own }: Keys, value: unknown) =>
      cache.keep(policy.isPrivate ? own : shared, subgraph, JSON.stringify(value), {
        seconds: policy.maxAgeSeconds,
        since,
      });
  }

  /** By the schema of the subgraph; undefined where each answer brings its own. */
  #fixedPolicy({ document }: ExecutionRequest) {
    return this.parts.subgraphs.policyOf?.(this.parts.subgraph, document);
  }
}
