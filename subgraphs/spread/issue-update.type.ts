import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '#platform/described-enum.js';
import type { UpdateKind } from './issue-updates/updates-between.js';
import { Job } from './job.type.js';
import { Issue } from './references.type.js';
import { Run } from './run.type.js';

export const IssueUpdateKind = describedEnum<UpdateKind>('IssueUpdateKind', 'What happened to an issue.', {
  CURRENT:
    'Nothing yet: how it stands, with its newest job and run. The first update; also sent in place of what a reader was too slow for.',
  ISSUE_CHANGED: 'Its query changed, or mentions came or went.',
  JOB_QUEUED: 'A run was asked for and waits for a worker.',
  JOB_PROGRESS: 'A worker holds the job: it began, or has come further.',
  RUN_STARTED: 'Its mentions are read and a run is under way, asked for or by `jejaring map`.',
  RUN_ENDED: 'A run is done, failed or was stopped; see `run.state`.',
  JOB_ENDED: 'A job is done, failed or was stopped; see `job.state`.',
});

@ObjectType({ description: 'One thing that happened to an issue.' })
export class IssueUpdate {
  @Field(() => IssueUpdateKind, { description: 'What happened.' })
  kind!: UpdateKind;

  @Field(() => Issue, { description: 'The issue, as it is when this is sent.' })
  issue!: Issue;

  @Field(() => Job, { nullable: true, description: 'The job that it happened to.' })
  job!: Job | null;

  @Field(() => Run, { nullable: true, description: 'The run that it happened to.' })
  run!: Run | null;
}
