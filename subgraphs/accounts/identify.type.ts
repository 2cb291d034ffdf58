import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { Account } from './account.type.js';

@ObjectType({
  description: 'Who is behind a pseudonym, as the platform names it. That it was asked stands in the audit log.',
})
export class AccountIdentity {
  @Field(() => Account, { description: 'The account, as everybody sees it.' })
  account!: Account;

  @Field(() => String, { description: 'Id on its platform.' })
  nativeId!: string;

  @Field(() => String, { nullable: true, description: 'Handle without `@`; null where no source told it.' })
  handle!: string | null;

  @Field(() => String, { nullable: true, description: 'Display name; null where no source told it.' })
  displayName!: string | null;
}
