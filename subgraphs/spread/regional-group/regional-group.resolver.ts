import 'reflect-metadata';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import type { EvidenceRow } from '#domain/finding.js';
import type { Page } from '#domain/paging.js';
import { regionalGroup } from '#domain/regional-group.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { readPolicy } from '#platform/policy-settings.js';
import { toEvidence } from '../co-timed-group.mapper.js';
import { CoTimedMemberConnection } from '../co-timed-group.type.js';
import type { SpreadContext } from '../context.js';
import { type Evidence, EvidenceConnection } from '../evidence.type.js';
import { Issue } from '../references.type.js';
import { latestRunId, loadRun, mustSeeIssue } from '../run.reference.js';
import { Run } from '../run.type.js';
import { type RegionalGroupNode, toRegionalGroup } from './regional-group.mapper.js';
import { RegionalGroup, RegionalGroupConnection } from './regional-group.type.js';

@Resolver(() => Issue)
export class RegionalGroupsResolver {
  @FieldResolver(() => RegionalGroupConnection, {
    nullable: true,
    description:
      'Its co-timed groups with a mention in the regions to which the caller is limited, by id. From the newest run that is done; null before the first. Who sees the whole country asks `coTimedGroups`.',
  })
  async regionalGroups(
    @Root() issue: Issue,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    const regions = regionsOf(context);
    await mustSeeIssue(issue.id, context);
    const runId = await latestRunId(issue.id, context);
    if (runId === null) return null;
    const { regionalFindings } = context.store;
    const page = await regionalFindings.page(runId, regions, pageOf(asked));
    const { leastCell } = readPolicy(process.env);
    const items = await Promise.all(
      page.items.map(async ({ node, cursor }) => {
        const seen = await regionalFindings.count(node.id, regions);
        return { node: regionalGroup(node, seen, leastCell), cursor };
      }),
    );
    return toConnection({ ...page, items } satisfies Page<unknown>, toRegionalGroup);
  }
}

@Resolver(() => RegionalGroup)
export class RegionalGroupResolver {
  @FieldResolver(() => Run, { nullable: true, description: 'The run that found it.' })
  run(@Root() { runId }: RegionalGroupNode, @Ctx() context: SpreadContext) {
    return loadRun(runId, context);
  }

  @FieldResolver(() => CoTimedMemberConnection, {
    description: 'Its accounts in the regions of the caller, ordered by id.',
  })
  async members(
    @Root() { id }: RegionalGroupNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    const { regionalFindings } = context.store;
    const page = await regionalFindings.members(id, regionsOf(context), pageOf(asked));
    return toConnection(page, (member) => ({ id: member }));
  }

  @FieldResolver(() => EvidenceConnection, {
    description:
      'Pairs of mentions behind it of which both are in the regions of the caller. Of CO_TEXT, `object` is the earlier of the two.',
  })
  async evidence(
    @Root() { id }: RegionalGroupNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    const { regionalFindings } = context.store;
    return toConnection(await regionalFindings.evidence(id, regionsOf(context), pageOf(asked)), toRegionalEvidence);
  }
}

/** Who first said a text may be of another region: the earlier of the two mentions stands for it. */
function toRegionalEvidence(row: EvidenceRow): Evidence {
  const evidence = toEvidence(row);
  if (row.behaviour !== 'CO_TEXT') return evidence;
  const { fromTime, toTime, fromMention, toMention } = evidence;
  return { ...evidence, object: (fromTime <= toTime ? fromMention : toMention).id };
}

/** All regions of the caller at once: what lies elsewhere could else be counted from one region to the next. */
function regionsOf({ caller: { regions } }: SpreadContext): readonly string[] {
  if (regions !== null) return regions;
  throw new CodedError('BAD_FILTER', 'regionalGroups is for callers that are limited to regions', {
    at: 'regionalGroups',
    hint: 'coTimedGroups has all groups, with all of their rows',
  });
}
