import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { SharedMark } from '#domain/run-document.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
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

export const MarkKind = describedEnum<SharedMark['kind']>('MarkKind', 'What the accounts of a community can share.', {
  HASHTAG: 'A hashtag that they used.',
  PROVINCE: 'A province of their mentions, by its code.',
  OUTLET: 'A site that their links lead to.',
});

@ObjectType({ description: 'Something that marks a community beside the rest of the network.' })
export class CommunityMark {
  @Field(() => MarkKind, { description: 'What it is.' })
  kind!: SharedMark['kind'];

  @Field(() => String, { description: 'The hashtag, the code of the province, or the site.' })
  name!: string;

  @Field(() => Int, { description: 'Accounts of the community that carried it: so many of `members`.' })
  accounts!: number;

  @Field(() => Int, { description: 'Accounts of the community.' })
  members!: number;

  @Field(() => Int, { description: 'Other accounts of the network that carried it: so many of `others`.' })
  elsewhere!: number;

  @Field(() => Int, { description: 'Other accounts of the network.' })
  others!: number;
}

@ObjectType({ description: 'Accounts of the spread network that amplify each other more than others.' })
export class Community {
  @Field(() => Int, { description: 'Number within the run: 0 is the largest.' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'What its accounts share most beside others: hashtag, province code, site. What they wrote and where they are, never what they think. Null where nothing marks it.',
  })
  name!: string | null;

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

  @Field(() => [CommunityMark], {
    nullable: true,
    description:
      'What it is named by, each with how many of its accounts and of all others carried it. Null in older runs.',
  })
  shared!: readonly CommunityMark[] | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How much of it other seeds find again: mean Jaccard index with what comes nearest to it (Hennig 2007); 1 is the same. Null where it was not measured.',
  })
  foundAgain!: number | null;
}

export const CommunityConnection = connectionType('Community', 'communities', () => Community);
