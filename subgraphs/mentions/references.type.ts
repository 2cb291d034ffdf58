import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ACCOUNT, AGENCY, REGION } from '../entity-descriptions.js';

// Entities that other subgraphs own: their keys, so that mentions and issues can refer to them.

@Directive('@key(fields: "id")')
@ObjectType({ description: ACCOUNT.type })
export class Account {
  @Field(() => ID, { description: ACCOUNT.id })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: AGENCY.type })
export class Agency {
  @Field(() => ID, { description: AGENCY.id })
  id!: string;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: REGION.type })
export class Region {
  @Field(() => ID, { description: REGION.code })
  code!: string;
}
