import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { clusterCarriers } from '#domain/hoax-cluster/cluster-carriers.js';
import { clusterEdges } from '#domain/hoax-cluster/cluster-network.js';
import type { ClusterPart, ClusterRole as ClusterRoleValue } from '#domain/hoax-cluster/cluster-parts.js';
import { groupsInside } from '#domain/hoax-cluster/groups-inside.js';
import { PageArguments } from '#platform/connection.js';
import { toCascade } from './cascade.mapper.js';
import { CascadeConnection } from './cascade.type.js';
import { cascadesFrom, wholeList } from './cluster-lists.js';
import { loadGroup } from './co-timed-group.reference.js';
import { CoTimedGroup, ReviewState } from './co-timed-group.type.js';
import type { SpreadContext } from './context.js';
import { CorrectionRace } from './correction-race.type.js';
import {
  type ClusterGroupNode,
  type HoaxClusterNode,
  toCarrier,
  toClusterEdge,
  toClusterGroup,
  toClusterMention,
  toRace,
  toRoleCounts,
} from './hoax-cluster.mapper.js';
import {
  ClusterCarrierConnection,
  ClusterEdgeConnection,
  ClusterGroup,
  ClusterGroupConnection,
  ClusterMentionConnection,
  ClusterRole,
  ClusterRoleCounts,
  HoaxCluster,
} from './hoax-cluster.type.js';
import { latestRunId } from './run.reference.js';

@ArgsType()
class ClusterMentionArguments extends PageArguments {
  @Field(() => ClusterRole, {
    nullable: true,
    description: 'Only those with this role; where absent all, also those that only answer or quote.',
  })
  role?: ClusterRoleValue | null;
}

@ArgsType()
class CarrierArguments extends PageArguments {
  @Field(() => ClusterRole, { defaultValue: 'TELLS', description: 'Of which role.' })
  role!: ClusterRoleValue;
}

@Resolver(() => HoaxCluster)
export class HoaxClusterResolver {
  @FieldResolver(() => [ClusterRoleCounts], { description: 'Its mentions, counted by role.' })
  roles(@Root() { cluster }: HoaxClusterNode) {
    return toRoleCounts(cluster);
  }

  @FieldResolver(() => CorrectionRace, { description: 'The claim and what denies it on one time axis.' })
  race(@Root() { cluster }: HoaxClusterNode) {
    return toRace(cluster);
  }

  @FieldResolver(() => ClusterMentionConnection, { description: 'Its mentions, oldest first.' })
  mentions(@Root() { cluster }: HoaxClusterNode, @Args(() => ClusterMentionArguments) asked: ClusterMentionArguments) {
    const { role = null } = asked;
    const items = role === null ? cluster.parts : cluster.parts.filter((part) => part.role === role);
    const key = ({ mention }: ClusterPart) => [mention.publishedAt, mention.mentionId];
    return wholeList({ name: `mentions of cluster ${role}`, items, key }, asked, toClusterMention);
  }

  @FieldResolver(() => ClusterCarrierConnection, {
    description: 'Who carried it, the first first: first in the data that was imported.',
  })
  carriers(@Root() { cluster }: HoaxClusterNode, @Args(() => CarrierArguments) asked: CarrierArguments) {
    const items = clusterCarriers(cluster.parts, asked.role);
    const key = ({ at, accountId }: (typeof items)[number]) => [at, accountId];
    return wholeList({ name: `carriers of cluster ${asked.role}`, items, key }, asked, toCarrier);
  }

  @FieldResolver(() => ClusterEdgeConnection, { description: 'The spread network inside it, heaviest edges first.' })
  edges(@Root() { cluster }: HoaxClusterNode, @Args(() => PageArguments) asked: PageArguments) {
    const items = clusterEdges(cluster.parts);
    const key = ({ from, to, role, weight }: (typeof items)[number]) => [-weight, from, to, role];
    return wholeList({ name: 'edges of cluster', items, key }, asked, toClusterEdge);
  }

  @FieldResolver(() => CascadeConnection, {
    nullable: true,
    description:
      'Cascades of the newest run of the issue that begin with a mention of which people decided the role, largest first. Null before the first run.',
  })
  async cascades(
    @Root() { cluster }: HoaxClusterNode,
    @Args(() => CarrierArguments) asked: CarrierArguments,
    @Ctx() context: SpreadContext,
  ) {
    const runId = await latestRunId(cluster.issueId, context);
    if (runId === null) return null;
    const own = cluster.parts.filter(({ mention, role, source }) => role === asked.role && source === mention);
    const items = await cascadesFrom(runId, own, context);
    const key = ({ size, rootId }: (typeof items)[number]) => [-size, rootId];
    return wholeList({ name: `cascades of cluster ${asked.role}`, items, key }, asked, (one) => toCascade(one, runId));
  }

  @FieldResolver(() => ClusterGroupConnection, {
    nullable: true,
    description:
      'Co-timed groups of the newest run of the issue with two members inside or more, those with most that told the claim first. Null before the first run.',
  })
  async coTimedGroups(
    @Root() { cluster }: HoaxClusterNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() context: SpreadContext,
  ) {
    const runId = await latestRunId(cluster.issueId, context);
    const document = runId === null ? null : await context.documents.load(runId);
    if (document === null) return null;
    const items = groupsInside(document.groups, cluster.parts);
    const key = ({ inside, group }: (typeof items)[number]) => [
      -inside.TELLS,
      -inside.DENIES,
      -inside.CANDIDATE,
      group.id,
    ];
    return wholeList({ name: 'groups of cluster', items, key }, asked, toClusterGroup);
  }
}

@Resolver(() => ClusterGroup)
export class ClusterGroupResolver {
  @FieldResolver(() => ReviewState, {
    nullable: true,
    description:
      'What people decided on the group, so that one they dismissed is not read like the others; null once the store no longer has it.',
  })
  async reviewState(@Root() { groupId }: ClusterGroupNode, @Ctx() { groups }: SpreadContext) {
    return (await groups.load(groupId))?.reviewState ?? null;
  }

  @FieldResolver(() => CoTimedGroup, {
    nullable: true,
    description:
      'The group with its evidence, chance rate and ordinary explanations; null once the store no longer has it.',
  })
  group(@Root() { groupId }: ClusterGroupNode, @Ctx() context: SpreadContext) {
    return loadGroup(groupId, context);
  }
}
