import 'reflect-metadata';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { loadCluster } from './cluster-lists.js';
import type { SpreadContext } from './context.js';
import { type IssueClaimNode, toIssueClaim } from './hoax-cluster.mapper.js';
import { HoaxCluster, IssueClaim, IssueClaimConnection } from './hoax-cluster.type.js';
import { Claim, Issue } from './references.type.js';
import { mustBeIssue } from './run.reference.js';

const CLUSTER = 'Who told a claim within the issue, who denied it, and the race of the two.';

@Resolver(() => Issue)
export class IssueClaimsResolver {
  @FieldResolver(() => IssueClaimConnection, {
    description: 'Claims that its mentions match, ordered by id, whatever people decided of these.',
  })
  async matchedClaims(
    @Root() { id }: Issue,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store }: SpreadContext,
  ) {
    return toConnection(await store.claims.claimsOfIssue(id, pageOf(asked)), (counts) => toIssueClaim(counts, id));
  }

  @FieldResolver(() => HoaxCluster, { description: `${CLUSTER} NOT_FOUND for a claim that is not in the registry.` })
  async hoaxCluster(
    @Root() { id }: Issue,
    @Arg('claim', () => ID, { description: 'Id of the claim.' }) claim: string,
    @Ctx() context: SpreadContext,
  ) {
    if ((await context.store.claims.get([claim]))[0] === null)
      throw new CodedError('NOT_FOUND', `there is no claim "${claim.slice(0, 80)}"`, {
        at: 'claim',
        hint: '{ issue(id: …) { matchedClaims { nodes { claimId } } } } lists those that the issue has matches of',
      });
    return loadCluster({ claimId: claim, issueId: id }, context);
  }
}

@Resolver(() => Claim)
export class ClaimClusterResolver {
  @FieldResolver(() => HoaxCluster, { description: `${CLUSTER} NOT_FOUND for an issue that is not there.` })
  async hoaxCluster(
    @Root() { id }: Claim,
    @Arg('issue', () => ID, { description: 'Id of the issue.' }) issue: string,
    @Ctx() context: SpreadContext,
  ) {
    await mustBeIssue(issue, context);
    return loadCluster({ claimId: id, issueId: issue }, context);
  }
}

@Resolver(() => IssueClaim)
export class IssueClaimResolver {
  @FieldResolver(() => HoaxCluster, { description: CLUSTER })
  cluster(@Root() { claimId, issueId }: IssueClaimNode, @Ctx() context: SpreadContext) {
    return loadCluster({ claimId, issueId }, context);
  }
}
