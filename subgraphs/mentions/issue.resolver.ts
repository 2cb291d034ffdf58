import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { issueReader, mayNameRegion } from '#domain/access/region-scope.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import type { MentionsContext } from './context.js';
import { toIssue, toQueryVersion } from './issue.mapper.js';
import { loadIssue } from './issue.reference.js';
import { Issue, IssueConnection, QueryVersionConnection } from './issue.type.js';
import { MentionConnection } from './mention.type.js';
import { listMentions, MentionArguments } from './mention-list.js';
import { scopedFilter } from './scoped-filter.js';
import { timelineOf } from './timeline.js';
import { TimelineArguments, TimelineBucket } from './timeline.type.js';

@ArgsType()
class IssueArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only issues that the agency of this id watches.' })
  owner?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only issues shared with the region of this code or with the province that it lies in.',
  })
  sharedWith?: string | null;
}

@Resolver(() => Issue)
export class IssueResolver {
  @Query(() => Issue, { nullable: true, description: 'The issue of an id; null where there is none.' })
  issue(@Arg('id', () => ID, { description: 'Id of the issue.' }) id: string, @Ctx() context: MentionsContext) {
    return loadIssue(id, context);
  }

  @Query(() => IssueConnection, { description: 'Issues, ordered by id.' })
  async issues(@Args(() => IssueArguments) asked: IssueArguments, @Ctx() { store, caller }: MentionsContext) {
    const sharedWith = asked.sharedWith ?? undefined;
    mayNameRegion(caller, sharedWith, 'sharedWith');
    const filter = { ownerAgencyId: asked.owner ?? undefined, sharedWith, seenBy: issueReader(caller) };
    return toConnection(await store.issues.page(filter, pageOf(asked)), toIssue);
  }

  @FieldResolver(() => MentionConnection, { description: 'Mentions of the issue.' })
  mentions(
    @Root() issue: Issue,
    @Args(() => MentionArguments) asked: MentionArguments,
    @Ctx() context: MentionsContext,
  ) {
    return listMentions(context, asked, { issue: issue.id });
  }

  @FieldResolver(() => Int, { description: 'How many mentions the issue holds. Counted when asked for.' })
  async mentionCount(@Root() issue: Issue, @Ctx() context: MentionsContext) {
    return context.store.mentions.count(await scopedFilter({ issueId: issue.id }, context));
  }

  @FieldResolver(() => [TimelineBucket], { description: 'Counts of its mentions over time, empty buckets left out.' })
  timeline(
    @Root() issue: Issue,
    @Args(() => TimelineArguments) asked: TimelineArguments,
    @Ctx() context: MentionsContext,
  ) {
    return timelineOf(context, asked, { issue: issue.id });
  }

  @FieldResolver(() => QueryVersionConnection, { description: 'Versions of its query, oldest first.' })
  async queryVersions(
    @Root() { id }: Issue,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store }: MentionsContext,
  ) {
    const items = await store.issues.queryVersions(id);
    const versions = { name: `query versions ${id}`, items, key: ({ version }: (typeof items)[number]) => [version] };
    return toConnection(keyedPage(versions, pageOf(asked)), toQueryVersion);
  }
}
