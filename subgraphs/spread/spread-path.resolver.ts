import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { DEFAULT_PATH_LENGTH, findSpreadPath, LONGEST_PATH } from '#domain/spread-walk/find-spread-path.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import type { SpreadContext } from './context.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';
import { type SpreadPathNode, type SpreadStepNode, toAmplifyingMention, toPath } from './spread-path.mapper.js';
import { AmplifyingMentionConnection, SpreadPath, SpreadStep } from './spread-path.type.js';
import { walkLatestRun } from './walk-latest-run.js';

@ArgsType()
class PathArguments {
  @Field(() => ID, { description: 'Id of the account to start from. NOT_FOUND without it.' })
  from!: string;

  @Field(() => ID, { description: 'Id of the account to reach. NOT_FOUND without it.' })
  to!: string;

  @Field(() => ID, { description: 'Id of the issue. NOT_FOUND without it, NO_RUN_YET before its first run.' })
  issue!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PATH_LENGTH,
    description: `Steps that the path may have, 1 to ${LONGEST_PATH}; BAD_PARAMETERS outside.`,
  })
  maxLength?: number | null;
}

@Resolver(() => SpreadPath)
export class SpreadPathResolver {
  @Query(() => SpreadPath, {
    nullable: true,
    description:
      'A shortest path along the spread network of the newest run of an issue. Among the shortest, the one whose weakest step is the heaviest; among those, the one with the lowest ids. A walk: one request may ask for few.',
  })
  async spreadPath(
    @Args(() => PathArguments) { from, to, issue, maxLength }: PathArguments,
    @Ctx() context: SpreadContext,
  ) {
    await mustBeAccounts({ from, to }, context);
    const { found, runId } = await walkLatestRun(issue, context, (run) =>
      findSpreadPath(context.store.walks, { runId: run, from, to, maxLength: maxLength ?? DEFAULT_PATH_LENGTH }),
    );
    return toPath(found, { runId, issueId: issue, from });
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run in whose network it was sought.' })
  run(@Root() path: SpreadPathNode, @Ctx() context: SpreadContext) {
    return loadRun(path.runId, context);
  }
}

@Resolver(() => SpreadStep)
export class SpreadStepResolver {
  @FieldResolver(() => AmplifyingMentionConnection, {
    description:
      'The mentions of the issue behind it, earliest first, as they are stored now. `weight` is of the run: the two differ when mentions came or went since.',
  })
  async mentions(
    @Root() { issueId, from, to }: SpreadStepNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store: { walks } }: SpreadContext,
  ) {
    const ends = { from: from.id, to: to.id };
    const page = await walks.amplifyingMentions(issueId, ends, pageOf(asked));
    return toConnection(page, toAmplifyingMention, () => walks.countAmplifyingMentions(issueId, ends));
  }
}

/** "No path" between accounts that nobody knows would pass for a finding. */
async function mustBeAccounts(ends: { from: string; to: string }, { store }: SpreadContext): Promise<void> {
  const [from, to] = await store.accounts.get([ends.from, ends.to]);
  const at = from === null ? 'from' : 'to';
  if (from === null || to === null)
    throw new CodedError('NOT_FOUND', `there is no account "${ends[at]}"`, {
      at,
      hint: 'ids of accounts are pseudonyms: find a public one by accounts(handle: …)',
    });
}
