import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type LayerGroup as Layer, MOST_ALSO_IN } from '#domain/layer-group.js';
import { loadGroup } from './co-timed-group.reference.js';
import { CoTimedGroup } from './co-timed-group.type.js';
import type { SpreadContext } from './context.js';
import { LayerGroup } from './layer-group.type.js';

@Resolver(() => LayerGroup)
export class LayerGroupResolver {
  @FieldResolver(() => [CoTimedGroup], {
    description: `The other groups of the run that have two or more of its accounts: the largest, at most ${MOST_ALSO_IN}.`,
  })
  async alsoIn(@Root() { alsoIn }: Layer, @Ctx() context: SpreadContext) {
    const groups = await Promise.all(alsoIn.map((id) => loadGroup(id, context)));
    return groups.filter((group) => group !== null);
  }
}
