import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/connection.js';
import { Account } from './references.type.js';
import { NamedCount } from './run.type.js';

@ObjectType({ description: 'An account and how often it amplified or was amplified.' })
export class Amplification {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Int, { description: 'How often: reposts, quotes and replies.' })
  weight!: number;
}

export const AmplificationConnection = connectionType('Amplification', 'amplifications', () => Amplification);

@ObjectType({ description: 'An account and its figure in a ranking.' })
export class RankedAccount {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Int, { description: 'Its figure.' })
  value!: number;
}

@ObjectType({ description: 'Accounts of the spread network that amplify each other more than others.' })
export class Community {
  @Field(() => Int, { description: 'Number within the run: 0 is the largest.' })
  number!: number;

  @Field(() => Int, { description: 'Accounts in it.' })
  accounts!: number;

  @Field(() => Int, { description: 'Mentions that they published.' })
  mentions!: number;

  @Field(() => Int, { description: 'Amplifications between its accounts.' })
  inside!: number;

  @Field(() => Int, { description: 'Amplifications across its border.' })
  across!: number;

  @Field(() => [RankedAccount], { description: 'Its most amplified accounts.' })
  topAccounts!: readonly RankedAccount[];

  @Field(() => [NamedCount], { description: 'The hashtags that its accounts used most.' })
  topHashtags!: readonly NamedCount[];
}

export const CommunityConnection = connectionType('Community', 'communities', () => Community);
