import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type {
  CommunityMethod as CommunityMethodValue,
  EngineChoice as EngineChoiceValue,
} from '#domain/graph-engine.js';
import type { PathSampling as PathSamplingValue } from '#domain/network-measures.js';
import { describedEnum } from '#platform/described-enum.js';
import { Account } from './references.type.js';
import { CommunityMethod, EngineChoice } from './run-parameters.type.js';

export const PathSampling = describedEnum<PathSamplingValue>(
  'PathSampling',
  'From which accounts shortest paths were followed.',
  {
    ALL: 'From all: the figures are exact.',
    UNIFORM: 'From some, drawn by chance: the figures are estimates.',
    BY_DEGREE: 'From some, drawn by their number of edges: the order means something, the figures do not.',
  },
);

@ObjectType({ description: 'An account and its place in the network, as a figure.' })
export class PlacedAccount {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Float, { description: 'Its figure, to six significant digits.' })
  value!: number;
}

@ObjectType({ description: 'An account and its place in the network, with how far the figure may be off.' })
export class EstimatedAccount extends PlacedAccount {
  @Field(() => Float, {
    nullable: true,
    description:
      'The figure is off by no more than this, of all accounts of the network at once with a chance of 95 %; 0 where it is exact. Null where it is no estimate, and in runs from before errors were told.',
  })
  error!: number | null;
}

@ObjectType({ description: 'Accounts on the shortest paths of spread between others.' })
export class Betweenness {
  @Field(() => PathSampling, { description: 'From which accounts paths were followed.' })
  sampling!: PathSamplingValue;

  @Field(() => Int, { description: 'From how many.' })
  sources!: number;

  @Field(() => [EstimatedAccount], {
    description: 'Ordered pairs of accounts between which each account stands, most first.',
  })
  accounts!: readonly EstimatedAccount[];
}

@ObjectType({ description: 'What the engine measured of the spread network besides its communities.' })
export class NetworkMeasures {
  @Field(() => EngineChoice, { description: 'What measured it.' })
  engine!: EngineChoiceValue;

  @Field(() => CommunityMethod, { description: 'How communities were found.' })
  communityMethod!: CommunityMethodValue;

  @Field(() => Int, { description: 'Parts of the network without an edge between them.' })
  components!: number;

  @Field(() => Int, { description: 'Accounts in the largest of them.' })
  largestComponent!: number;

  @Field(() => [PlacedAccount], { description: 'Accounts of highest PageRank; all accounts together sum to 1.' })
  pageRank!: readonly PlacedAccount[];

  @Field(() => Betweenness, { description: 'Accounts of highest betweenness.' })
  betweenness!: Betweenness;
}
