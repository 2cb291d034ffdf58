import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CascadeMeasure } from './cascade-details.type.js';

@ObjectType({ description: 'Two places and how often a mention of the first was amplified from the second.' })
export class HopWay {
  @Field(() => String, {
    description: 'Where the amplified mention was: a platform, the code of a province, or a stream.',
  })
  from!: string;

  @Field(() => String, { description: 'Where the amplifying one was.' })
  to!: string;

  @Field(() => Int, { description: 'How often.' })
  times!: number;
}

@ObjectType({ description: 'How an issue moved between places of one kind.' })
export class HopTable {
  @Field(() => Int, { description: 'Steps from a mention to one that amplified it.' })
  steps!: number;

  @Field(() => Int, { description: 'Steps of which both places are known: so many of `steps`.' })
  known!: number;

  @Field(() => Int, { description: 'Steps that lead from one place to another: so many of `known`.' })
  hops!: number;

  @Field(() => Int, { description: 'Ordered pairs of places with a hop from the one to the other.' })
  ways!: number;

  @Field(() => [HopWay], { description: 'The commonest of these ways: the first 30 of `ways`.' })
  commonest!: readonly HopWay[];
}

@ObjectType({ description: 'How an issue moved between platforms, between provinces, and between news and social.' })
export class IssueHops {
  @Field(() => HopTable, { description: 'Between platforms.' })
  platforms!: HopTable;

  @Field(() => HopTable, { description: 'Between provinces.' })
  provinces!: HopTable;

  @Field(() => HopTable, { description: 'Between news and social.' })
  streams!: HopTable;
}

@ObjectType({ description: 'How a measure is spread over the cascades of two mentions or more.' })
export class MeasureSpread {
  @Field(() => CascadeMeasure, { description: 'What is measured.' })
  measure!: string;

  @Field(() => Float, { description: 'Half of the cascades have at most this.' })
  median!: number;

  @Field(() => Float, { description: 'Nine tenths of the cascades have at most this.' })
  ninetieth!: number;

  @Field(() => Float, { description: 'The largest value.' })
  most!: number;
}
