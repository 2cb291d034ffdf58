import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'What chance says of an edge at one window: both tests of the calibrated mode, to six significant digits.',
})
export class EdgeTest {
  @Field(() => Float, { description: 'The window, in seconds.' })
  windowSeconds!: number;

  @Field(() => Int, {
    description:
      'Times at which both acted on the same thing within the window, each thing once, and those less than a window apart once.',
  })
  occasions!: number;

  @Field(() => Float, {
    description: 'Occasions that chance alone would give, from when and how much each of them acted.',
  })
  expected!: number;

  @Field(() => Float, {
    description:
      'Test 1, who: the lowest false discovery rate at which they meet more often than their activity explains.',
  })
  qWho!: number;

  @Field(() => Float, {
    description:
      'Test 2, when: the lowest false discovery rate at which so much of what both acted on is within the window beyond chance.',
  })
  qWhen!: number;
}
