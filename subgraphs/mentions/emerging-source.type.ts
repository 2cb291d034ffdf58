import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Account } from './references.type.js';

@ObjectType({ description: 'An account that carried an emerging issue, with its first mention in the windows.' })
export class EmergingSource {
  readonly mentionId!: string;

  @Field(() => GraphQLDateTime, { description: 'When the mention was published.' })
  at!: Date;

  @Field(() => Account, { description: 'The account.' })
  account!: Account;
}
