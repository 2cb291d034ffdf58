import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { MentionKind as MentionKindValue, Stream as StreamValue } from '#domain/mention.js';
import { MentionKind, Stream } from './mention.type.js';

@InputType('MentionFilter', {
  description: 'Which mentions: all conditions hold together, an absent one is no condition.',
})
export class MentionFilterInput {
  @Field(() => ID, { nullable: true, description: 'Mentions of the issue of this id.' })
  issue?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Published at this time or later.' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Published before this time.' })
  to?: Date | null;

  @Field(() => [String], { nullable: true, description: 'Published on one of these platforms.' })
  platforms?: string[] | null;

  @Field(() => [MentionKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: MentionKindValue[] | null;

  @Field(() => [Stream], { nullable: true, description: 'Of one of these streams.' })
  streams?: StreamValue[] | null;

  @Field(() => ID, { nullable: true, description: 'In the region of this code or in what lies in it.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Published by an account that the agency of this id declares.' })
  agency?: string | null;

  @Field(() => ID, { nullable: true, description: 'Published by the account of this id.' })
  account?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that must all occur; words in double quotes must occur in that order.',
  })
  text?: string | null;
}
