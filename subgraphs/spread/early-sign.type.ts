import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Earlier windows of the same issue, as long as the latest, whole and one after the other.' })
export class OwnPast {
  @Field(() => Int, { description: 'How many there are.' })
  windows!: number;

  @Field(() => Int, { nullable: true, description: 'Half of them have at most so many mentions.' })
  median!: number | null;

  @Field(() => Int, { nullable: true, description: 'Mentions in the one with most.' })
  most!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'So many in a hundred have fewer than the latest, of equal ones half; null for fewer than 20 windows.',
  })
  percentile!: number | null;
}

@ObjectType({ description: 'The beginning of other issues, by their newest runs: it changes when they do.' })
export class OtherIssues {
  @Field(() => Int, { description: 'Other issues that are compared: so many of `of`.' })
  compared!: number;

  @Field(() => Int, {
    description: 'Other issues of the hub, up to 499; those without a run that measured growth cannot be compared.',
  })
  of!: number;

  @Field(() => Int, { description: 'Compared issues that had fewer mentions so early.' })
  fewer!: number;

  @Field(() => Int, { description: 'Compared issues that had as many.' })
  equal!: number;

  @Field(() => Int, { nullable: true, description: 'Half of the compared issues had at most so many.' })
  median!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'As `fewer` in a hundred, of equal ones half; null for fewer than 20 issues.',
  })
  percentile!: number | null;
}

@ObjectType({
  description: 'How fast an issue grows, each figure with what it stands beside. A hint where to look, no alarm.',
})
export class EarlySign {
  @Field(() => Int, { description: 'Length of the window in hours.' })
  hours!: number;

  @Field(() => Int, { description: 'Mentions within that time of the first one: read it beside `others`.' })
  first!: number;

  @Field(() => Int, { description: 'Mentions in the window that ends with the last one: read it beside `past`.' })
  latest!: number;

  @Field(() => OwnPast, { description: 'The earlier windows of the issue.' })
  past!: OwnPast;

  @Field(() => OtherIssues, { description: 'The beginning of other issues.' })
  others!: OtherIssues;
}
