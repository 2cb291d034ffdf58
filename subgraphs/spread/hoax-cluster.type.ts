import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  ClusterRole as ClusterRoleValue,
  DenialSign as DenialSignValue,
} from '#domain/hoax-cluster/cluster-parts.js';
import { connectionType, countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Account, Claim, Issue, Mention } from './references.type.js';

export const ClusterRole = describedEnum<ClusterRoleValue>('ClusterRole', 'What a mention does in a hoax cluster.', {
  TELLS: 'A person confirmed that it, or what it reposts, tells the claim.',
  DENIES: 'A person confirmed that it, or what it reposts, denies the claim.',
  CANDIDATE: 'Nobody decided yet: it, or what it reposts, may tell the claim, deny it, or do neither.',
});

export const DenialSign = describedEnum<DenialSignValue>(
  'DenialSign',
  'Why a candidate may deny the claim: a sign for those who decide, never a decision.',
  {
    REVIEW_LINK: 'It links to a page where a fact-checker reviewed the claim.',
    DECLARED_ACCOUNT: 'An account that an agency declares published it.',
  },
);

@ObjectType({ description: 'The mentions of one role in a hoax cluster, counted.' })
export class ClusterRoleCounts {
  @Field(() => ClusterRole, { description: 'The role.' })
  role!: ClusterRoleValue;

  @Field(() => Int, { description: 'Mentions of which a person decided it; of candidates, those that were found.' })
  matches!: number;

  @Field(() => Int, { description: 'Reposts of these, at any depth.' })
  reposts!: number;

  @Field(() => Int, { description: 'Accounts of both.' })
  accounts!: number;

  @Field(() => Int, { description: 'Answers and quotes of both.' })
  responses!: number;

  @Field(() => Int, { description: 'Candidates with a sign that they deny the claim: so many of `matches`.' })
  withDenialSign!: number;

  @Field(() => [String], {
    description: 'Who decided, as they named themselves, most matches first: at most 10. Nobody for candidates.',
  })
  decidedBy!: readonly string[];
}

@ObjectType({ description: 'A mention with its part in a hoax cluster.' })
export class ClusterMention {
  @Field(() => Mention, { description: 'The mention.' })
  mention!: Mention;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  at!: Date;

  @Field(() => ClusterRole, {
    nullable: true,
    description: 'What it does; null for one that only answers or quotes what has a role.',
  })
  role!: ClusterRoleValue | null;

  @Field(() => ClusterRole, { nullable: true, description: 'The role of what it answers or quotes.' })
  engages!: ClusterRoleValue | null;

  @Field(() => Mention, {
    nullable: true,
    description: 'The mention whose match gives the role: itself, or what it reposts.',
  })
  source!: Mention | null;

  @Field(() => String, { nullable: true, description: 'Who decided that, as they named themselves.' })
  decidedBy!: string | null;

  @Field(() => [DenialSign], { description: 'Signs that a candidate denies the claim.' })
  denialSigns!: readonly DenialSignValue[];
}

@ObjectType({ description: 'An account that carried a role of a hoax cluster.' })
export class ClusterCarrier {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Mention, { description: 'The first mention by which it did.' })
  firstMention!: Mention;

  @Field(() => GraphQLDateTime, { description: 'When that was published.' })
  at!: Date;

  @Field(() => Int, { description: 'How many of its mentions have the role.' })
  mentions!: number;
}

@ObjectType({ description: 'An edge of the spread network inside a hoax cluster.' })
export class ClusterEdge {
  @Field(() => Account, { description: 'Who published what has the role.' })
  from!: Account;

  @Field(() => Account, { description: 'Who reposted, answered or quoted it.' })
  to!: Account;

  @Field(() => ClusterRole, { description: 'The role.' })
  role!: ClusterRoleValue;

  @Field(() => Int, { description: 'How often.' })
  weight!: number;
}

@ObjectType({
  description:
    'A co-timed group with two members or more in a hoax cluster. What ties it need not be the claim: its evidence says on what its members acted.',
})
export class ClusterGroup {
  @Field(() => Int, { description: 'Its members.' })
  members!: number;

  @Field(() => Int, { description: 'Members that told the claim.' })
  telling!: number;

  @Field(() => Int, { description: 'Members that denied it.' })
  denying!: number;

  @Field(() => Int, { description: 'Members with a candidate.' })
  candidates!: number;
}

@ObjectType({
  description:
    'The mentions of an issue that may tell one claim, what denies it, what reposts these and what answers them. The claim has a rating of fact-checkers; what mentions do, people decide.',
})
export class HoaxCluster {
  @Field(() => Claim, { description: 'The claim.' })
  claim!: Claim;

  @Field(() => Issue, { description: 'The issue.' })
  issue!: Issue;

  @Field(() => Boolean, { description: 'Whether it has more mentions than are read: 50,000.' })
  isCut!: boolean;

  @Field(() => Int, {
    description:
      'Reposts in the issue of mentions outside of it that match the claim: they are in no other figure. Those with a match of their own are in the cluster.',
  })
  outsideReposts!: number;
}

@ObjectType({ description: 'A claim that mentions of an issue match, with these matches by what people decided.' })
export class IssueClaim {
  @Field(() => ID, { description: 'Id of the claim.' })
  claimId!: string;

  @Field(() => Claim, { description: 'The claim.' })
  claim!: Claim;

  @Field(() => Int, { description: 'Mentions that tell it.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Mentions that deny it.' })
  denying!: number;

  @Field(() => Int, { description: 'Candidates.' })
  candidates!: number;

  @Field(() => Int, { description: 'Mentions that do neither.' })
  rejected!: number;
}

export const ClusterMentionConnection = countedConnectionType('ClusterMention', 'mentions', () => ClusterMention);
export const ClusterCarrierConnection = countedConnectionType('ClusterCarrier', 'accounts', () => ClusterCarrier);
export const ClusterEdgeConnection = countedConnectionType('ClusterEdge', 'edges', () => ClusterEdge);
export const ClusterGroupConnection = countedConnectionType('ClusterGroup', 'groups', () => ClusterGroup);
export const IssueClaimConnection = connectionType('IssueClaim', 'claims', () => IssueClaim);
