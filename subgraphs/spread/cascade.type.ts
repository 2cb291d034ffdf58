import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/connection.js';
import { Account, Mention } from './references.type.js';

@ObjectType({ description: 'The tree of one original mention and all that descends from it.' })
export class Cascade {
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
}

export const CascadeConnection = connectionType('Cascade', 'cascades', () => Cascade);
