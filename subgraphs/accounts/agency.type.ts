import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AGENCY } from '../entity-descriptions.js';

@Directive('@key(fields: "id")')
@ObjectType({ description: AGENCY.type })
export class Agency {
  @Field(() => ID, { description: AGENCY.id })
  id!: string;
}
