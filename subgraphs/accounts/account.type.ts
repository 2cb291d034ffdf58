import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { AccountLayer as AccountLayerValue } from '#domain/account.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { ACCOUNT } from '../entity-descriptions.js';
import { Agency } from './agency.type.js';

export const AccountLayer = describedEnum<AccountLayerValue>(
  'AccountLayer',
  'The layer in which an agency declares an account.',
  {
    L0: 'Main account of the agency.',
    L1: 'Key opinion leader.',
    L2: 'Interactive account.',
    L3: 'Employee advocacy.',
  },
);

@Directive('@key(fields: "id")')
@ObjectType({ description: ACCOUNT.type })
export class Account {
  @Field(() => ID, { description: ACCOUNT.id })
  id!: string;

  @Field(() => String, { description: 'What to call it: the handle of a public account, else the pseudonym.' })
  label!: string;

  @Field(() => String, { description: 'Platform on which it publishes.' })
  platform!: string;

  @Field(() => Boolean, { description: 'Whether it shows by name: declared by an agency, or a news outlet.' })
  isPublic!: boolean;

  @Field(() => String, { nullable: true, description: 'Handle without `@`; null unless the account is public.' })
  handle!: string | null;

  @Field(() => String, { nullable: true, description: 'Display name; null unless the account is public.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Id on its platform; null unless the account is public.' })
  nativeId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Followers when last imported; null where the source did not say.' })
  followers!: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was opened; null unless the account is public, as the exact time would single one out.',
  })
  createdAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is a news outlet.' })
  newsOutlet!: boolean;

  @Field(() => Agency, { nullable: true, description: 'The agency that declares it.' })
  agency!: Agency | null;

  @Field(() => AccountLayer, { nullable: true, description: 'The layer in which the agency declares it.' })
  layer!: AccountLayerValue | null;
}

export const AccountConnection = connectionType('Account', 'accounts', () => Account);
