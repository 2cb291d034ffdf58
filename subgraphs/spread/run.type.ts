import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { RunState as RunStateValue, Stage as StageValue } from '#domain/run.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Issue } from './references.type.js';
import { RunParameters } from './run-parameters.type.js';

export const RunState = describedEnum<RunStateValue>('RunState', 'How far a run has come.', {
  RUNNING: 'Under way.',
  DONE: 'Done: its results can be read.',
  FAILED: 'Ended by a fault, see `error`.',
  STOPPED: 'Ended on request.',
});

type StageName = 'EXTRACT' | 'MAP' | 'DETECT' | 'SCORE' | 'WRITE_BACK' | 'REPORT';
export const Stage = describedEnum<StageName>('Stage', 'The stages of a run, in their order.', {
  EXTRACT: 'Mentions come out of the store.',
  MAP: 'Spread network, cascades and communities are computed.',
  DETECT: 'Co-timed groups are sought.',
  SCORE: 'Chance rates and ordinary explanations are computed.',
  WRITE_BACK: 'Results go into the store.',
  REPORT: 'The run document is written.',
});

export const STAGE_NAMES: Readonly<Record<StageValue, StageName>> = {
  extract: 'EXTRACT',
  map: 'MAP',
  detect: 'DETECT',
  score: 'SCORE',
  'write-back': 'WRITE_BACK',
  report: 'REPORT',
};

@ObjectType({ description: 'How many there are of something.' })
export class NamedCount {
  @Field(() => String, { description: 'What is counted.' })
  name!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ObjectType({ description: 'How long a stage of a run took.' })
export class StageTiming {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: StageName;

  @Field(() => Float, { description: 'Milliseconds.' })
  milliseconds!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'One execution of the graph jobs. Its id is a hash of input, parameters and code: the same work has the same id, and doing it again gives the same result.',
})
export class Run {
  @Field(() => ID, { description: 'Hash of issue, query version, input, parameters and code version.' })
  id!: string;

  @Field(() => Issue, { description: 'The issue that was mapped.' })
  issue!: Issue;

  @Field(() => Int, { description: 'Version of the query of the issue then.' })
  queryVersion!: number;

  @Field(() => RunState, { description: 'How far it has come.' })
  state!: RunStateValue;

  @Field(() => String, { description: 'SHA-256 over the mentions that went in.' })
  inputHash!: string;

  @Field(() => RunParameters, { description: 'Everything else that decides the outcome.' })
  parameters!: RunParameters;

  @Field(() => String, {
    nullable: true,
    description: 'Why this engine measured the network; null in runs from before there was a choice.',
  })
  engineReason!: string | null;

  @Field(() => String, { description: 'Name and version of the software.' })
  codeVersion!: string;

  @Field(() => [NamedCount], { description: 'What went in and what came out.' })
  counts!: readonly NamedCount[];

  @Field(() => [StageTiming], { description: 'How long each stage took.' })
  timings!: readonly StageTiming[];

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error!: string | null;
}

export const RunConnection = connectionType('Run', 'runs', () => Run);
