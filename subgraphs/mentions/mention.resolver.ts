import 'reflect-metadata';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MentionsContext } from './context.js';
import { loadMention } from './mention.reference.js';
import { Mention, MentionConnection } from './mention.type.js';
import { listMentions, MentionArguments } from './mention-list.js';
import { timelineOf } from './timeline.js';
import { TimelineArguments, TimelineBucket } from './timeline.type.js';

@Resolver(() => Mention)
export class MentionResolver {
  @Query(() => Mention, { nullable: true, description: 'The mention of an id; null where there is none.' })
  mention(
    @Arg('id', () => ID, { description: 'Id of the mention: `<platform>:<id on the platform>`.' }) id: string,
    @Ctx() context: MentionsContext,
  ) {
    return loadMention(id, context);
  }

  @Query(() => MentionConnection, { description: 'Mentions.' })
  mentions(@Args(() => MentionArguments) asked: MentionArguments, @Ctx() context: MentionsContext) {
    return listMentions(context, asked);
  }

  @Query(() => [TimelineBucket], { description: 'Counts of mentions over time, empty buckets left out.' })
  timeline(@Args(() => TimelineArguments) asked: TimelineArguments, @Ctx() context: MentionsContext) {
    return timelineOf(context, asked);
  }

  @FieldResolver(() => Mention, {
    nullable: true,
    description: 'The mention that it reposts, answers or quotes; null where there is none or it was not imported.',
  })
  parent(@Root() mention: Mention, @Ctx() context: MentionsContext) {
    return mention.parentId === null ? null : loadMention(mention.parentId, context);
  }
}
