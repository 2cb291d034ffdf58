import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GroupLineage as Lineage, GroupPredecessor as Predecessor } from '#domain/group-lineage.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { loadGroup } from './co-timed-group.reference.js';
import { CoTimedGroup, CoTimedGroupConnection } from './co-timed-group.type.js';
import type { SpreadContext } from './context.js';
import { toGroupInRun } from './group-in-run.mapper.js';
import { GroupLineage, GroupPredecessor } from './group-lineage.type.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';

@Resolver(() => GroupLineage)
export class GroupLineageResolver {
  @FieldResolver(() => Run, { nullable: true, description: 'The run that found it first.' })
  since(@Root() { sinceRunId }: Lineage, @Ctx() context: SpreadContext) {
    return loadRun(sinceRunId, context);
  }

  @FieldResolver(() => CoTimedGroupConnection, {
    description:
      'The group in all runs that are done, newest first, each with what people decided on it there. A decision is about the group as that run found it: it holds for no other.',
  })
  async history(
    @Root() { stableId }: Lineage,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    const found = await context.store.findings.ofLine(stableId, pageOf(page));
    return toConnection(found, (group) => toGroupInRun(group, (id) => loadGroup(id, context)));
  }
}

@Resolver(() => GroupPredecessor)
export class GroupPredecessorResolver {
  @FieldResolver(() => CoTimedGroup, {
    nullable: true,
    description: 'That group, with what people decided on it; null where its run no longer has it.',
  })
  group(@Root() { id }: Predecessor, @Ctx() context: SpreadContext) {
    return loadGroup(id, context);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that found that group.' })
  run(@Root() { runId }: Predecessor, @Ctx() context: SpreadContext) {
    return loadRun(runId, context);
  }
}
