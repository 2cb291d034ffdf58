import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ACCOUNT, CLAIM, ISSUE, MENTION } from '../entity-descriptions.js';

// Entities that other subgraphs own: their keys, so that findings can refer to them.

@Directive('@key(fields: "id")')
@ObjectType({ description: ACCOUNT.type })
export class Account {
  @Field(() => ID, { description: ACCOUNT.id })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: MENTION.type })
export class Mention {
  @Field(() => ID, { description: MENTION.id })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: ISSUE.type })
export class Issue {
  @Field(() => ID, { description: ISSUE.id })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: CLAIM.type })
export class Claim {
  @Field(() => ID, { description: CLAIM.id })
  id!: string;
}
