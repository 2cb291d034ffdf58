import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A ministry, institution, province, regency, city or unit (OPD).' })
export class Agency {
  @Field(() => ID, { description: 'Id of the agency in the registry of this hub.' })
  id!: string;
}
