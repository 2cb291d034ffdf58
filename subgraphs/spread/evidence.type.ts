import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';
import type { Behaviour as BehaviourValue } from '#domain/action.js';
import { connectionType } from '#platform/connection.js';
import { Account, Mention } from './references.type.js';
import { Behaviour } from './run-parameters.type.js';

@ObjectType({ description: 'One pair of mentions behind an edge of a co-timed group.' })
export class Evidence {
  @Field(() => Account, { description: 'The account whose id is the lower of the two.' })
  from!: Account;

  @Field(() => Account, { description: 'The other account.' })
  to!: Account;

  @Field(() => Behaviour, { description: 'What they did alike.' })
  behaviour!: BehaviourValue;

  @Field(() => String, {
    description: 'What both acted on: link, hashtag, or id of a mention; of CO_TEXT, the mention that first said it.',
  })
  object!: string;

  @Field(() => Mention, { description: 'The mention of the first account.' })
  fromMention!: Mention;

  @Field(() => Mention, { description: 'The mention of the other account.' })
  toMention!: Mention;

  @Field(() => GraphQLDateTime, { description: 'When the first account acted.' })
  fromTime!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the other account acted.' })
  toTime!: Date;

  @Field(() => Float, { description: 'Seconds from the first to the other; below zero when the other was earlier.' })
  secondsApart!: number;
}

export const EvidenceConnection = connectionType('Evidence', 'pairs of mentions', () => Evidence);
