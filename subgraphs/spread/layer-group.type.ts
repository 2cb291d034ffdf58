import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Behaviour as BehaviourValue } from '#domain/action.js';
import type { LayerRelation as LayerRelationValue } from '#domain/layer-group.js';
import { countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Behaviour } from './run-parameters.type.js';

export const LayerRelation = describedEnum<LayerRelationValue>(
  'LayerRelation',
  'How a group that one behaviour alone gives stands to a group of all behaviours together.',
  {
    SAME: 'They have the same accounts.',
    WITHIN: 'It lies within the group, which has other accounts too.',
    AROUND: 'It holds all accounts of the group, and others.',
    OVERLAPPING: 'They have some accounts in common, and each has others.',
  },
);

@ObjectType({
  description: 'A group that one behaviour alone gives and that has two or more accounts in common with a group.',
})
export class LayerGroup {
  @Field(() => Behaviour, { description: 'The behaviour.' })
  behaviour!: BehaviourValue;

  @Field(() => Int, { description: 'Its place among the groups of that behaviour in the run, from 1, largest first.' })
  number!: number;

  @Field(() => Int, { description: 'How many accounts it has.' })
  size!: number;

  @Field(() => Int, { description: 'How many of them are in the group.' })
  shared!: number;

  @Field(() => LayerRelation, { description: 'How it stands to the group.' })
  relation!: LayerRelationValue;

  @Field(() => Int, { description: 'How many other groups of the run have two or more of its accounts.' })
  alsoInCount!: number;
}

export const LayerGroupConnection = countedConnectionType('LayerGroup', 'groups of one behaviour', () => LayerGroup);
