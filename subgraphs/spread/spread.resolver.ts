import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SpreadContext } from './context.js';
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
}
