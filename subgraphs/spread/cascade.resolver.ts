import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { toCascadeKey } from './cascade.mapper.js';
import { loadCascade } from './cascade.reference.js';
import { Cascade } from './cascade.type.js';
import type { SpreadContext } from './context.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';

@Resolver(() => Cascade)
export class CascadeResolver {
  @Query(() => Cascade, {
    nullable: true,
    description: 'The cascade of an id; null where there is none, and once later runs of the issue took its place.',
  })
  cascade(@Arg('id', () => ID, { description: 'Id of the cascade.' }) id: string, @Ctx() context: SpreadContext) {
    return loadCascade(id, context);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that measured it.' })
  run(@Root() { id }: Cascade, @Ctx() context: SpreadContext) {
    return loadRun(toCascadeKey(id).runId, context);
  }
}
