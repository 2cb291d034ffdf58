import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toGroup } from './co-timed-group.mapper.js';
import { CoTimedGroupConnection } from './co-timed-group.type.js';
import { AmplificationConnection } from './community.type.js';
import type { SpreadContext } from './context.js';
import { Account } from './references.type.js';
import { amplificationsOf } from './results.js';
import { namedIssueRunId } from './run.reference.js';

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
