import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'What one window alone would have found in the same data: a result that many windows give does not hang on one.',
})
export class WindowOutcome {
  @Field(() => Float, { description: 'The window, in seconds.' })
  windowSeconds!: number;

  @Field(() => Int, { description: 'Pairs of accounts with two occasions or more, counted for each behaviour.' })
  pairsTried!: number;

  @Field(() => Int, { description: 'Those that meet more often than the activity of their accounts explains.' })
  pairsBeyondWho!: number;

  @Field(() => Int, { description: 'Pairs that pass the second test too, and are in groups.' })
  pairsKept!: number;

  @Field(() => Int, { description: 'Co-timed groups.' })
  groups!: number;

  @Field(() => Int, { description: 'Accounts in them.' })
  accounts!: number;
}
