import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { JobState as JobStateValue } from '#domain/job.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Issue } from './references.type.js';
import { Stage } from './run.type.js';
import { RunParameters } from './run-parameters.type.js';

export const JobState = describedEnum<JobStateValue>('JobState', 'How far a request for a run has come.', {
  QUEUED: 'Waits for a worker.',
  RUNNING: 'A worker holds it.',
  DONE: 'Done: see `run`.',
  FAILED: 'Ended by a fault, see `error`.',
  STOPPED: 'Ended on request.',
});

@ObjectType({ description: 'How far a running job has come.' })
export class JobProgress {
  @Field(() => Stage, { description: 'The stage under way.' })
  stage!: string;

  @Field(() => Int, { description: 'Steps of the stage that are done.' })
  done!: number;

  @Field(() => Int, { description: 'Steps of the stage in all; 0 while unknown.' })
  total!: number;

  @Field(() => Float, { nullable: true, description: 'Share of the stage that is done, 0 to 1; null while unknown.' })
  share!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A request to map an issue, its progress, and the run that came of it.' })
export class Job {
  @Field(() => ID, { description: 'Id of the job.' })
  id!: string;

  @Field(() => Issue, { description: 'The issue to map.' })
  issue!: Issue;

  @Field(() => RunParameters, { description: 'Parameters of the run.' })
  parameters!: RunParameters;

  @Field(() => JobState, { description: 'How far it has come.' })
  state!: JobStateValue;

  @Field(() => JobProgress, { nullable: true, description: 'Progress of a running job.' })
  progress!: JobProgress | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;
}

export const JobConnection = connectionType('Job', 'jobs', () => Job);
