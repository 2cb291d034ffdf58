import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { MentionKind as MentionKindValue, Stream as StreamValue } from '#domain/mention.js';
import type { MentionOrder as MentionOrderValue } from '#domain/ports/mention-store.js';
import { countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { MENTION } from '../entity-descriptions.js';
import { Account, Region } from './references.type.js';

export const MentionKind = describedEnum<MentionKindValue>('MentionKind', 'How a mention relates to its parent.', {
  ORIGINAL: 'Stands alone.',
  REPOST: 'Carries its parent as it is.',
  REPLY: 'Answers its parent.',
  QUOTE: 'Carries its parent and adds its own words.',
});

export const Stream = describedEnum<StreamValue>('Stream', 'News and social streams are kept apart in every count.', {
  SOCIAL: 'Posts and comments of social platforms.',
  NEWS: 'Articles of news outlets.',
});

export const MentionOrder = describedEnum<MentionOrderValue>('MentionOrder', 'Order of a list of mentions.', {
  NEWEST: 'Latest first.',
  OLDEST: 'Earliest first.',
});

@Directive('@key(fields: "id")')
@ObjectType({ description: MENTION.type })
export class Mention {
  @Field(() => ID, { description: MENTION.id })
  id!: string;

  @Field(() => String, { description: 'Platform on which it was published.' })
  platform!: string;

  @Field(() => String, { description: MENTION.nativeId })
  nativeId!: string;

  @Field(() => MentionKind, { description: 'Original, repost, reply or quote.' })
  kind!: MentionKindValue;

  @Field(() => Stream, { description: 'Social or news.' })
  stream!: StreamValue;

  @Field(() => Account, { description: 'Who published it.' })
  account!: Account;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description: MENTION.parentId,
  })
  parentId!: string | null;

  @Field(() => String, {
    description: 'Its words as they were published: they may name people. Empty where the source gives none.',
  })
  text!: string;

  @Field(() => [String], { description: 'Links that it carries.' })
  urls!: readonly string[];

  @Field(() => [String], { description: 'Hashtags that it carries, in lower case, without `#`.' })
  hashtags!: readonly string[];

  @Field(() => [String], { description: 'Perceptual hashes of its pictures and videos, as the source gave them.' })
  mediaHashes!: readonly string[];

  @Field(() => Region, { nullable: true, description: 'The region that the source places it in.' })
  region!: Region | null;

  @Field(() => String, { nullable: true, description: 'Language as the source gave it (BCP 47).' })
  language!: string | null;
}

export const MentionConnection = countedConnectionType('Mention', 'mentions', () => Mention);
