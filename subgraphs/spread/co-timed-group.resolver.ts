import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BEHAVIOURS } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { type CoTimedEdge, MOST_KEPT_EDGES } from '#domain/finding.js';
import type { LayerGroup } from '#domain/layer-group.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import { type CoTimedGroupNode, toEdge, toEvidence } from './co-timed-group.mapper.js';
import { loadGroup } from './co-timed-group.reference.js';
import { CoTimedEdgeConnection, CoTimedGroup, CoTimedMemberConnection } from './co-timed-group.type.js';
import type { SpreadContext } from './context.js';
import { EvidenceConnection } from './evidence.type.js';
import { LayerGroupConnection } from './layer-group.type.js';
import { loadRun } from './run.reference.js';
import { Run } from './run.type.js';

@ArgsType()
class EvidenceArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only pairs of this account; give `to` as well.' })
  from?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only pairs of this account with `from`.' })
  to?: string | null;
}

@Resolver(() => CoTimedGroup)
export class CoTimedGroupResolver {
  @Query(() => CoTimedGroup, { nullable: true, description: 'The co-timed group of an id; null where there is none.' })
  coTimedGroup(@Arg('id', () => ID, { description: 'Id of the group.' }) id: string, @Ctx() context: SpreadContext) {
    return loadGroup(id, context);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that found it.' })
  run(@Root() group: CoTimedGroupNode, @Ctx() context: SpreadContext) {
    return loadRun(group.runId, context);
  }

  @FieldResolver(() => CoTimedMemberConnection, { description: 'Its accounts, ordered by id.' })
  async members(@Root() group: CoTimedGroupNode, @Args(() => PageArguments) asked: PageArguments) {
    const members = { name: `members ${group.id}`, items: await group.memberIds, key: (member: string) => [member] };
    return toConnection(keyedPage(members, pageOf(asked)), (member) => ({ id: member }));
  }

  @FieldResolver(() => CoTimedEdgeConnection, {
    description: `Which of them were co-timed with which, ordered by their ids and by behaviour: of \`edgeCount\` those that chance explains least, at most ${MOST_KEPT_EDGES}. \`totalCount\` counts these.`,
  })
  async edges(@Root() group: CoTimedGroupNode, @Args(() => PageArguments) asked: PageArguments) {
    const keptEdges = await group.keptEdges;
    const edges = {
      name: `edges ${group.id}`,
      items: keptEdges,
      key: ({ from, to, behaviour }: CoTimedEdge) => [from, to, behaviour],
    };
    return toConnection(keyedPage(edges, pageOf(asked)), toEdge, async () => keptEdges.length);
  }

  @FieldResolver(() => LayerGroupConnection, {
    nullable: true,
    description:
      'Groups that one behaviour alone gives and that lie within it, around it or across its border, those with most of its accounts first; none where one behaviour ties everything. Null in findings from before they were looked for.',
  })
  async layerGroups(@Root() group: CoTimedGroupNode, @Args(() => PageArguments) asked: PageArguments) {
    const layers = await group.layers;
    if (layers === null) return null;
    const groups = {
      name: `layer groups ${group.id}`,
      items: layers,
      key: ({ shared, behaviour, number }: LayerGroup) => [-shared, BEHAVIOURS.indexOf(behaviour), number],
    };
    return toConnection(
      keyedPage(groups, pageOf(asked)),
      (layer) => layer,
      async () => layers.length,
    );
  }

  @FieldResolver(() => EvidenceConnection, {
    description:
      'The pairs of mentions behind `edges`, or behind one of them when two accounts are named: `evidenceKept` of `evidenceCount`.',
  })
  async evidence(
    @Root() group: CoTimedGroupNode,
    @Args(() => EvidenceArguments) asked: EvidenceArguments,
    @Ctx() { store }: SpreadContext,
  ) {
    return toConnection(await store.findings.evidence(group.id, edgeOf(asked), pageOf(asked)), toEvidence);
  }
}

function edgeOf({ from, to }: EvidenceArguments): { from: string; to: string } | null {
  if (!from && !to) return null;
  if (!from || !to)
    throw new CodedError('BAD_PARAMETERS', 'an edge has two accounts, and one is named', {
      at: from ? 'to' : 'from',
      hint: 'name both, or neither for the evidence of the whole group',
    });
  return from < to ? { from, to } : { from: to, to: from };
}
