import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/connection.js';
import { CLAIM } from '../entity-descriptions.js';

@ObjectType({ description: 'What one fact-checker published about a claim (schema.org ClaimReview).' })
export class ClaimReview {
  @Field(() => String, { nullable: true, description: 'The article.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'The fact-checker.' })
  publisher!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the article.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: "In the fact-checker's own words, such as `Salah`." })
  rating!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Language of the article, as the source gave it.' })
  language!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: CLAIM.type })
export class Claim {
  @Field(() => ID, { description: CLAIM.id })
  id!: string;

  @Field(() => [String], { description: 'Its wordings, as fact-checkers wrote them down.' })
  texts!: readonly string[];

  @Field(() => String, { nullable: true, description: 'More of what circulated, or of the article about it.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: 'Who said it, as a fact-checker names them.' })
  claimant!: string | null;

  @Field(() => [String], { description: 'Where it was published.' })
  appearances!: readonly string[];

  @Field(() => [ClaimReview], {
    description: 'One or more of each fact-checker, earliest first; those without a date last.',
  })
  reviews!: readonly ClaimReview[];
}

export const ClaimConnection = connectionType('Claim', 'claims', () => Claim);
