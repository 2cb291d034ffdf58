import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import {
  DEEPEST_NEIGHBOURHOOD,
  DEFAULT_SHOWN,
  MOST_SHOWN,
  type Neighbour,
  type SpreadDirection as SpreadDirectionValue,
  walkNeighbourhood,
} from '#domain/spread-walk/walk-neighbourhood.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import type { SpreadContext } from './context.js';
import {
  NeighbourConnection,
  Neighbourhood,
  NeighbourhoodLinkConnection,
  SpreadDirection,
} from './neighbourhood.type.js';
import { Account } from './references.type.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';
import { toStep } from './spread-path.mapper.js';
import { walkLatestRun } from './walk-latest-run.js';

@ArgsType()
class NeighbourhoodArguments {
  @Field(() => ID, { description: 'Id of the issue. NOT_FOUND without it, NO_RUN_YET before its first run.' })
  issue!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: `How many steps away, 1 to ${DEEPEST_NEIGHBOURHOOD}; BAD_PARAMETERS outside.`,
  })
  depth?: number | null;

  @Field(() => SpreadDirection, { nullable: true, defaultValue: 'BOTH', description: 'Which way to walk.' })
  direction?: SpreadDirectionValue | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_SHOWN,
    description: `How many accounts to show, 1 to ${MOST_SHOWN}; BAD_PARAMETERS outside.`,
  })
  most?: number | null;
}

/** A neighbourhood as its resolver sees it. */
interface NeighbourhoodNode extends Neighbourhood {
  readonly runId: string;
  readonly centre: string;
  readonly neighbours: readonly Neighbour[];
}

@Resolver(() => Account)
export class AccountNeighbourhoodResolver {
  @FieldResolver(() => Neighbourhood, {
    nullable: true,
    description:
      'The accounts around it in the spread network of the newest run of an issue. A walk: one request may ask for few.',
  })
  async neighbourhood(
    @Root() { id }: Account,
    @Args(() => NeighbourhoodArguments) { issue, depth, direction, most }: NeighbourhoodArguments,
    @Ctx() context: SpreadContext,
  ): Promise<NeighbourhoodNode> {
    const { found, runId } = await walkLatestRun(issue, context, (run) =>
      walkNeighbourhood(context.store.walks, {
        runId: run,
        accountId: id,
        depth: depth ?? 1,
        direction: direction ?? 'BOTH',
        most: most ?? DEFAULT_SHOWN,
      }),
    );
    const { shown: neighbours, total, totalIsExact } = found;
    return { runId, centre: id, neighbours, shown: neighbours.length, total, totalIsExact };
  }
}

@Resolver(() => Neighbourhood)
export class NeighbourhoodResolver {
  @FieldResolver(() => NeighbourConnection, { description: 'The accounts that it shows, in their order.' })
  accounts(@Root() { centre, neighbours }: NeighbourhoodNode, @Args(() => PageArguments) asked: PageArguments) {
    const list = {
      name: `neighbours ${centre}`,
      items: neighbours,
      key: ({ distance, weight, accountId }: Neighbour) => [distance, -weight, accountId],
    };
    return toConnection(keyedPage(list, pageOf(asked)), ({ accountId, distance, weight }) => ({
      account: { id: accountId },
      distance,
      weight,
    }));
  }

  @FieldResolver(() => NeighbourhoodLinkConnection, {
    description: 'The edges between the accounts that it shows and the one in the middle, the heaviest first.',
  })
  async edges(
    @Root() { runId, centre, neighbours }: NeighbourhoodNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store: { walks } }: SpreadContext,
  ) {
    const accounts = [centre, ...neighbours.map(({ accountId }) => accountId)];
    const page = await walks.edgesAmong(runId, accounts, pageOf(asked));
    return toConnection(page, toStep, () => walks.countEdgesAmong(runId, accounts));
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run of whose network it is.' })
  run(@Root() { runId }: NeighbourhoodNode, @Ctx() context: SpreadContext) {
    return loadRun(runId, context);
  }
}
