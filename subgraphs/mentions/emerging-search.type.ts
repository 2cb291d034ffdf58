import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/connection.js';

@ObjectType({
  description:
    'One search for emerging issues: what was looked at, and how often such a list errs. How that was measured, and how often a planted burst is found: docs/methods/emerging.md.',
})
export class EmergingSearch {
  @Field(() => ID, { description: 'Id of the search.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'Looks were made at the end of each hour after this one.' })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: 'The last look.' })
  to!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was kept.' })
  at!: Date;

  @Field(() => Int, { description: 'Candidates that it found.' })
  candidateCount!: number;

  @Field(() => Float, {
    description:
      'Rate of false alarms as stated: so much of what is offered may be chance, and by pure chance a search offers anything at all with this probability at most, as far as the model of counts holds.',
  })
  falseDiscoveryRate!: number;

  @Field(() => Int, { description: 'Accounts in a window below which nothing is called a burst.' })
  leastAccounts!: number;

  @Field(() => String, { description: "Time zone of the baseline's hours and weekdays." })
  zone!: string;

  @Field(() => Int, {
    description: 'Mentions that no issue held, reposts left out: those of the period and of the four weeks before.',
  })
  mentionCount!: number;

  @Field(() => Int, { description: 'Objects that were used in the period, and tested.' })
  objectCount!: number;

  @Field(() => Int, { description: 'Windows of each object that were tested.' })
  testsOfObject!: number;

  @Field(() => Int, { description: 'Hours of the period.' })
  hours!: number;

  @Field(() => Int, {
    description: 'Those of them that have three days of mentions before them: the others were not looked at.',
  })
  hoursWithHistory!: number;

  @Field(() => Float, {
    description:
      'How much more the days of a typical object vary than chance alone would have it: 0 where they do not.',
  })
  overdispersion!: number;

  @Field(() => String, { description: 'Version of the program that searched.' })
  codeVersion!: string;
}

export const EmergingSearchConnection = connectionType('EmergingSearch', 'searches', () => EmergingSearch);
