import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { CascadeOrder as CascadeOrderValue } from '#domain/cascade-order.js';
import { countedConnectionType, PageArguments } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { CascadeBaseline, CascadeCarriers, CascadeGrowth, CascadeHops, CascadeTree } from './cascade-details.type.js';
import { Account, Mention } from './references.type.js';

export const CascadeOrder = describedEnum<CascadeOrderValue>(
  'CascadeOrder',
  'By what cascades are listed, the largest first; of equal ones the larger cascade first. In runs from before a measure was taken all count 0.',
  {
    SIZE: 'Mentions.',
    UNIQUE_ACCOUNTS: 'Different accounts.',
    DEPTH: 'Longest path from the root.',
    MAX_BREADTH: 'Most mentions at one depth.',
    STRUCTURAL_VIRALITY: 'Mean distance over all pairs of mentions.',
    BUSIEST_HOUR: 'Most mentions in any 60 minutes.',
    PLATFORM_HOPS: 'Steps from one platform to another.',
    PROVINCE_HOPS: 'Steps from one province to another.',
    STREAM_HOPS: 'Steps between news and social.',
  },
);

@ArgsType()
export class CascadeArguments extends PageArguments {
  @Field(() => CascadeOrder, { nullable: true, defaultValue: 'SIZE', description: 'By what they are listed.' })
  orderBy?: CascadeOrderValue | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'The tree of one original mention and all that descends from it, as a run measured it.' })
export class Cascade {
  @Field(() => ID, { description: 'Id of the run and, after a colon, of the mention that began it.' })
  id!: string;

  @Field(() => Mention, { description: 'The mention that began it.' })
  root!: Mention;

  @Field(() => Account, { description: 'Who published the mention that began it.' })
  rootAccount!: Account;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'Mentions, the root included.' })
  size!: number;

  @Field(() => Int, { description: 'Different accounts in it.' })
  uniqueAccounts!: number;

  @Field(() => Int, { description: 'Longest path from the root, in steps; 0 for a lone root.' })
  depth!: number;

  @Field(() => Int, { description: 'Most mentions at one depth.' })
  maxBreadth!: number;

  @Field(() => Float, {
    description: 'Structural virality: mean distance over all pairs of mentions (Goel et al. 2016).',
  })
  structuralVirality!: number;

  @Field(() => Float, { description: 'Share of the descendants whose parent is the root.' })
  directShare!: number;

  @Field(() => Float, { description: 'Seconds from the root until half of all mentions were out.' })
  secondsToHalf!: number;

  @Field(() => CascadeTree, {
    nullable: true,
    description: 'More of its tree; null in runs from before it was measured.',
  })
  tree!: CascadeTree | null;

  @Field(() => CascadeGrowth, { nullable: true, description: 'How it grew; null in runs from before it was measured.' })
  growth!: CascadeGrowth | null;

  @Field(() => CascadeCarriers, {
    nullable: true,
    description: 'Who carried it; null in runs from before it was measured.',
  })
  carriers!: CascadeCarriers | null;

  @Field(() => CascadeHops, {
    nullable: true,
    description: 'How it moved between places; null in runs from before it was measured.',
  })
  hops!: CascadeHops | null;

  @Field(() => CascadeBaseline, {
    nullable: true,
    description:
      'It beside cascades of like size with a root as widely followed; null in runs from before they were compared.',
  })
  baseline!: CascadeBaseline | null;
}

export const CascadeConnection = countedConnectionType('Cascade', 'cascades', () => Cascade);
