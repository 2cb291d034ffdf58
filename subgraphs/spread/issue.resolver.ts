import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { CascadeArguments, CascadeConnection } from './cascade.type.js';
import { CoTimedGroupConnection } from './co-timed-group.type.js';
import { CommunityConnection } from './community.type.js';
import type { SpreadContext } from './context.js';
import { toJob } from './job.mapper.js';
import { JobConnection } from './job.type.js';
import { Issue } from './references.type.js';
import { cascadesOf, communitiesOf, groupsOf, spreadOf } from './results.js';
import { toRun } from './run.mapper.js';
import { latestRunId, mustSeeIssue } from './run.reference.js';
import { RunConnection } from './run.type.js';
import { Spread } from './spread.type.js';

const BEFORE = 'From the newest run that is done; null before the first.';

@Resolver(() => Issue)
export class IssueResolver {
  @FieldResolver(() => Spread, { nullable: true, description: `How it spread, in figures. ${BEFORE}` })
  spread(@Root() issue: Issue, @Ctx() context: SpreadContext) {
    return ofLatestRun(issue, context, (runId) => spreadOf(runId, context));
  }

  @FieldResolver(() => CommunityConnection, {
    nullable: true,
    description: `Communities of its spread network, largest first. ${BEFORE}`,
  })
  communities(@Root() issue: Issue, @Args(() => PageArguments) page: PageArguments, @Ctx() context: SpreadContext) {
    return ofLatestRun(issue, context, (runId) => communitiesOf(runId, page, context));
  }

  @FieldResolver(() => CascadeConnection, {
    nullable: true,
    description: `Its cascades of two mentions or more. ${BEFORE}`,
  })
  cascades(@Root() issue: Issue, @Args(() => CascadeArguments) page: CascadeArguments, @Ctx() context: SpreadContext) {
    return ofLatestRun(issue, context, (runId) => cascadesOf(runId, page, context));
  }

  @FieldResolver(() => CoTimedGroupConnection, {
    nullable: true,
    description: `Its co-timed groups, largest first. ${BEFORE}`,
  })
  coTimedGroups(@Root() issue: Issue, @Args(() => PageArguments) page: PageArguments, @Ctx() context: SpreadContext) {
    return ofLatestRun(issue, context, (runId) => groupsOf(runId, page, context));
  }

  @FieldResolver(() => RunConnection, { description: 'Runs of the issue, newest first.' })
  async runs(@Root() issue: Issue, @Args(() => PageArguments) page: PageArguments, @Ctx() context: SpreadContext) {
    await mustSeeIssue(issue.id, context);
    return toConnection(await context.store.runs.page(issue.id, pageOf(page)), toRun);
  }

  @FieldResolver(() => JobConnection, { description: 'Requests for runs of the issue, newest first.' })
  async jobs(@Root() issue: Issue, @Args(() => PageArguments) page: PageArguments, @Ctx() { store }: SpreadContext) {
    return toConnection(await store.jobs.page(issue.id, pageOf(page)), toJob);
  }
}

async function ofLatestRun<T>(
  issue: Issue,
  context: SpreadContext,
  read: (runId: string) => Promise<T>,
): Promise<T | null> {
  const runId = await latestRunId(issue.id, context);
  return runId === null ? null : read(runId);
}
