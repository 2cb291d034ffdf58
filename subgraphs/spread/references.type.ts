import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// Entities that other subgraphs own: their keys, so that findings can refer to them.

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
@ObjectType({ description: 'One post, article or comment about something.' })
export class Mention {
  @Field(() => ID, {
    description:
      '`<platform>:<id on the platform>`. Refers to a post, and may so lead to its author on the platform: treat it like a name where the author is private.',
  })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A public issue under watch: all mentions that match a boolean query.' })
export class Issue {
  @Field(() => ID, { description: 'A slug chosen once, such as `banjir-jakarta`.' })
  id!: string;
}
