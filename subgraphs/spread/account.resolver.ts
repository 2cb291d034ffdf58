import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toRole } from './account-role.mapper.js';
import { AccountRole } from './account-role.type.js';
import { toGroup } from './co-timed-group.mapper.js';
import { CoTimedGroupConnection } from './co-timed-group.type.js';
import { AmplificationConnection } from './community.type.js';
import type { SpreadContext } from './context.js';
import { Account } from './references.type.js';
import { amplificationsOf } from './results.js';
import { loadRun, namedIssueRunId } from './run.reference.js';

@ArgsType()
class InIssueArguments extends PageArguments {
  @Field(() => ID, { description: 'Id of the issue. NOT_FOUND without it, NO_RUN_YET before its first run.' })
  issue!: string;
}

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => AmplificationConnection, {
    nullable: true,
    description: 'Whom it amplified in the newest run of an issue, most often first.',
  })
  amplifies(
    @Root() account: Account,
    @Args(() => InIssueArguments) asked: InIssueArguments,
    @Ctx() context: SpreadContext,
  ) {
    return amplifications(account, 'AMPLIFIES', asked, context);
  }

  @FieldResolver(() => AmplificationConnection, {
    nullable: true,
    description: 'Who amplified it in the newest run of an issue, most often first.',
  })
  amplifiedBy(
    @Root() account: Account,
    @Args(() => InIssueArguments) asked: InIssueArguments,
    @Ctx() context: SpreadContext,
  ) {
    return amplifications(account, 'AMPLIFIED_BY', asked, context);
  }

  @FieldResolver(() => AccountRole, {
    nullable: true,
    description: 'What part it had in the newest run of an issue. NOT_FOUND and NO_RUN_YET as for the lists beside.',
  })
  async role(
    @Root() account: Account,
    @Arg('issue', () => ID, { description: 'Id of the issue.' }) issue: string,
    @Ctx() context: SpreadContext,
  ) {
    const runId = await namedIssueRunId(issue, context);
    const member = await context.members.load(`${runId}:${account.id}`);
    const document = await context.documents.load(runId);
    return document && toRole(account.id, { run: await loadRun(runId, context), member, document });
  }

  @FieldResolver(() => CoTimedGroupConnection, {
    nullable: true,
    description: 'Co-timed groups of the newest run of an issue that hold it.',
  })
  async coTimedGroups(
    @Root() account: Account,
    @Args(() => InIssueArguments) asked: InIssueArguments,
    @Ctx() context: SpreadContext,
  ) {
    const runId = await namedIssueRunId(asked.issue, context);
    return toConnection(await context.store.findings.ofAccount(runId, account.id, pageOf(asked)), toGroup);
  }
}

async function amplifications(
  account: Account,
  direction: 'AMPLIFIES' | 'AMPLIFIED_BY',
  asked: InIssueArguments,
  context: SpreadContext,
) {
  const runId = await namedIssueRunId(asked.issue, context);
  return amplificationsOf(asked, (page) => context.store.spread.amplifications(runId, account.id, direction, page));
}
