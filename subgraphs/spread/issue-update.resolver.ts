import 'reflect-metadata';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { SpreadContext } from './context.js';
import { IssueUpdate } from './issue-update.type.js';
import { watchesOf } from './issue-updates/issue-watches.js';
import type { IssueUpdate as Update } from './issue-updates/updates-between.js';
import { toJob } from './job.mapper.js';
import { toRun } from './run.mapper.js';

@Resolver(() => IssueUpdate)
export class IssueUpdateResolver {
  @Subscription(() => IssueUpdate, {
    description:
      'What happens to an issue, from how it stands on: runs asked for, their progress and end, mentions added.',
    subscribe: ({ args, context }) => watchesOf((context as SpreadContext).store).follow(String(args.issue)),
  })
  issueUpdated(
    @Root() { kind, issueId, job, run }: Update,
    @Arg('issue', () => ID, { description: 'Id of the issue.' }) _issue: string,
  ): IssueUpdate {
    return { kind, issue: { id: issueId }, job: job && toJob(job), run: run && toRun(run) };
  }
}
