import 'reflect-metadata';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArguments } from '#platform/connection.js';
import { CascadeArguments, CascadeConnection } from './cascade.type.js';
import { CoTimedGroupConnection } from './co-timed-group.type.js';
import { CommunityConnection } from './community.type.js';
import type { SpreadContext } from './context.js';
import { cascadesOf, communitiesOf, groupsOf, spreadOf } from './results.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';
import { Spread } from './spread.type.js';

@Resolver(() => Run)
export class RunResolver {
  @Query(() => Run, { nullable: true, description: 'The run of an id; null where there is none.' })
  run(@Arg('id', () => ID, { description: 'Id of the run.' }) id: string, @Ctx() context: SpreadContext) {
    return loadRun(id, context);
  }

  @FieldResolver(() => Spread, { nullable: true, description: 'What it found, in figures; null unless it is done.' })
  spread(@Root() run: Run, @Ctx() context: SpreadContext) {
    return spreadOf(run.id, context);
  }

  @FieldResolver(() => CommunityConnection, {
    description: 'Communities of the spread network, largest first. Empty once a later run of the issue is done.',
  })
  communities(@Root() run: Run, @Args(() => PageArguments) page: PageArguments, @Ctx() context: SpreadContext) {
    return communitiesOf(run.id, page, context);
  }

  @FieldResolver(() => CascadeConnection, {
    description: 'Cascades of two mentions or more. Empty once later runs of the issue took its place.',
  })
  cascades(@Root() run: Run, @Args(() => CascadeArguments) page: CascadeArguments, @Ctx() context: SpreadContext) {
    return cascadesOf(run.id, page, context);
  }

  @FieldResolver(() => CoTimedGroupConnection, { description: 'Co-timed groups, largest first.' })
  coTimedGroups(@Root() run: Run, @Args(() => PageArguments) page: PageArguments, @Ctx() context: SpreadContext) {
    return groupsOf(run.id, page, context);
  }
}
