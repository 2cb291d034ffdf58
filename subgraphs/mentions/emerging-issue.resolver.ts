import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { suggestedQuery } from '#domain/emerging/suggested-query.js';
import type { CandidateState } from '#domain/emerging-issue.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import type { MentionsContext } from './context.js';
import {
  type EmergingIssueNode,
  toEmergingDecision,
  toEmergingIssue,
  toEmergingObject,
  toEmergingSearch,
  toEmergingSource,
} from './emerging-issue.mapper.js';
import {
  EmergingDecisionConnection,
  EmergingIssue,
  EmergingIssueConnection,
  EmergingIssueState,
  EmergingObjectConnection,
} from './emerging-issue.type.js';
import { EmergingSearch, EmergingSearchConnection } from './emerging-search.type.js';
import { EmergingSource } from './emerging-source.type.js';
import { loadIssue } from './issue.reference.js';
import { Issue } from './issue.type.js';
import { loadMention } from './mention.reference.js';
import { Mention } from './mention.type.js';

@ArgsType()
class EmergingArguments extends PageArguments {
  @Field(() => EmergingIssueState, { nullable: true, description: 'Only those in this state; all where absent.' })
  state?: CandidateState | null;
}

@Resolver(() => EmergingIssue)
export class EmergingIssueResolver {
  @Query(() => EmergingIssueConnection, {
    description:
      'Emerging issues that searches found ("jejaring emerging --keep"): those of the latest period first, in it the least like chance first.',
  })
  async emergingIssues(@Args(() => EmergingArguments) asked: EmergingArguments, @Ctx() { store }: MentionsContext) {
    return toConnection(await store.emerging.page(asked.state ?? null, pageOf(asked)), toEmergingIssue);
  }

  @Query(() => EmergingIssue, { nullable: true, description: 'The emerging issue of an id; null where there is none.' })
  async emergingIssue(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { store }: MentionsContext) {
    const [candidate] = await store.emerging.get([id]);
    return candidate ? toEmergingIssue(candidate) : null;
  }

  @Query(() => EmergingSearchConnection, { description: 'Searches for emerging issues, the last kept first.' })
  async emergingSearches(@Args(() => PageArguments) asked: PageArguments, @Ctx() { store }: MentionsContext) {
    return toConnection(await store.emerging.searchPage(pageOf(asked)), toEmergingSearch);
  }

  @FieldResolver(() => EmergingSearch, {
    description:
      'The last search that found it. Its figures are of that search until a person decides; then they stay as that person saw them.',
  })
  async search(@Root() { candidate }: EmergingIssueNode, @Ctx() { emergingSearches }: MentionsContext) {
    return toEmergingSearch((await emergingSearches.load(candidate.searchId))!);
  }

  @FieldResolver(() => EmergingObjectConnection, {
    description: 'What bursts. The first is the least like chance; mostly the same mentions carry the others.',
  })
  objects(@Root() { id, candidate }: EmergingIssueNode, @Args(() => PageArguments) asked: PageArguments) {
    const items = candidate.issue.objects;
    const placeOf = new Map(items.map((object, i) => [object, i]));
    const list = { name: `objects ${id}`, items, key: (object: (typeof items)[number]) => [placeOf.get(object)!] };
    return toConnection(keyedPage(list, pageOf(asked)), toEmergingObject);
  }

  @FieldResolver(() => [EmergingSource], { description: 'The accounts that carried it first.' })
  firstAccounts(@Root() { candidate }: EmergingIssueNode) {
    return candidate.issue.firstAccounts.map(toEmergingSource);
  }

  @FieldResolver(() => [EmergingSource], { description: 'Examples, spread over the whole window.' })
  examples(@Root() { candidate }: EmergingIssueNode) {
    return candidate.issue.examples.map(toEmergingSource);
  }

  @FieldResolver(() => Issue, { nullable: true, description: 'The issue that it was taken up as.' })
  issue(@Root() { candidate }: EmergingIssueNode, @Ctx() context: MentionsContext) {
    return candidate.issueId === null ? null : loadIssue(candidate.issueId, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A query that holds its hashtags, links and texts, for a person to change; null where there is none.',
  })
  async suggestedQuery(@Root() { candidate }: EmergingIssueNode, @Ctx() { mentions }: MentionsContext) {
    const named = candidate.issue.objects.filter(({ kind }) => kind === 'TEXT');
    const texts = new Map<string, string>();
    for (const mention of await Promise.all(named.map(({ name }) => mentions.load(name))))
      if (mention) texts.set(mention.id, mention.text);
    return suggestedQuery(candidate.issue, (id) => texts.get(id) ?? null);
  }

  @FieldResolver(() => EmergingDecisionConnection, { description: 'Its log: what people decided, oldest first.' })
  async history(
    @Root() { id }: EmergingIssueNode,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() { store }: MentionsContext,
  ) {
    return toConnection(await store.emerging.decisions(id, pageOf(asked)), toEmergingDecision);
  }
}

@Resolver(() => EmergingSource)
export class EmergingSourceResolver {
  @FieldResolver(() => Mention, { nullable: true, description: 'The mention; null where it was deleted.' })
  mention(@Root() { mentionId }: EmergingSource, @Ctx() context: MentionsContext) {
    return loadMention(mentionId, context);
  }
}
