import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '#platform/connection.js';
import { CascadeArguments, CascadeConnection } from './cascade.type.js';
import { CommunityConnection } from './community.type.js';
import type { SpreadContext } from './context.js';
import { earlySigns } from './early-sign.js';
import { EarlySign } from './early-sign.type.js';
import { cascadesOf, communitiesOf } from './results.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';
import type { SpreadNode } from './spread.mapper.js';
import { Spread } from './spread.type.js';

@Resolver(() => Spread)
export class SpreadResolver {
  @FieldResolver(() => Run, { description: 'The run that found it: with its manifest the result can be had again.' })
  run(@Root() spread: SpreadNode, @Ctx() context: SpreadContext) {
    return loadRun(spread.runId, context);
  }

  @FieldResolver(() => [EarlySign], {
    nullable: true,
    description:
      'How fast the issue grows, by windows of 1, 6 and 24 hours, beside its own past and beside other issues. Null in runs from before this was measured.',
  })
  async earlySign(@Root() spread: SpreadNode, @Ctx() context: SpreadContext) {
    const document = await context.documents.load(spread.runId);
    return document && earlySigns(document, context);
  }

  @FieldResolver(() => CascadeConnection, {
    description: 'Its cascades of two mentions or more. Empty once later runs of the issue took its place.',
  })
  cascades(
    @Root() spread: SpreadNode,
    @Args(() => CascadeArguments) asked: CascadeArguments,
    @Ctx() context: SpreadContext,
  ) {
    return cascadesOf(spread.runId, asked, context);
  }

  @FieldResolver(() => CommunityConnection, {
    description: 'The largest communities of its network. Empty once later runs of the issue took its place.',
  })
  communities(
    @Root() spread: SpreadNode,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    return communitiesOf(spread.runId, page, context);
  }
}
