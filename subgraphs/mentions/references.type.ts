import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// Entities that other subgraphs own: their keys, so that mentions and issues can refer to them.

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Who published. Accounts that an agency declares and news outlets show by name; all others by pseudonym only.',
})
export class Account {
  @Field(() => ID, { description: 'Keyed pseudonym, the same in every answer of this hub and of no other.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A ministry, institution, province, regency, city or unit (OPD).' })
export class Agency {
  @Field(() => ID, { description: 'Id of the agency in the registry of this hub.' })
  id!: string;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A province, regency or city of Indonesia, by its Kemendagri code.' })
export class Region {
  @Field(() => ID, { description: 'Kemendagri code: `31` for a province, `31.71` for a regency or city.' })
  code!: string;
}
