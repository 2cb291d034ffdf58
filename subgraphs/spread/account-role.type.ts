import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '#platform/described-enum.js';
import { Run } from './run.type.js';

export type RankingName = 'MOST_AMPLIFIED' | 'MOST_ACTIVE' | 'FIRST_MOVERS' | 'PAGE_RANK' | 'BETWEENNESS';
export const Ranking = describedEnum<RankingName>('Ranking', 'Lists of accounts that a run makes.', {
  MOST_AMPLIFIED: 'By how often others amplified them.',
  MOST_ACTIVE: 'By mentions published.',
  FIRST_MOVERS: 'By who came first, of those whom others amplified.',
  PAGE_RANK: 'By PageRank in the spread network.',
  BETWEENNESS: 'By shortest paths of spread that lead through them.',
});

@ObjectType({ description: 'The place of an account in a list of a run.' })
export class RankingPlace {
  @Field(() => Ranking, { description: 'The list.' })
  ranking!: RankingName;

  @Field(() => Int, { description: 'Place in it, from 1.' })
  place!: number;

  @Field(() => Int, { description: 'Accounts that the list holds.' })
  listed!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Accounts that could be in it: the list has `listed` of these. Null in runs from before they were counted.',
  })
  among!: number | null;

  @Field(() => Float, {
    description: 'Its figure there; of first movers the time of its first mention, in Unix milliseconds.',
  })
  value!: number;
}

@ObjectType({ description: 'What part an account had in the spread of an issue: what it did, never why.' })
export class AccountRole {
  @Field(() => Run, { nullable: true, description: 'The run that found it: the newest one of the issue.' })
  run!: Run | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of its community; null where it amplified nobody and nobody amplified it.',
  })
  community!: number | null;

  @Field(() => Int, { description: 'How often others amplified it.' })
  amplified!: number;

  @Field(() => Int, { description: 'How often it amplified others.' })
  amplifies!: number;

  @Field(() => [RankingPlace], { description: 'The lists that it is in; each holds the first few of many accounts.' })
  rankings!: readonly RankingPlace[];
}
