import 'reflect-metadata';
import { ArgsType, Field } from 'type-graphql';
import type { MentionOrder as MentionOrderValue } from '#domain/ports/mention-store.js';
import { type Connection, PageArguments, pageOf, toConnection } from '#platform/connection.js';
import type { MentionsContext } from './context.js';
import { mustKnow } from './known-in-filter.js';
import { toMention } from './mention.mapper.js';
import { type Mention, MentionOrder } from './mention.type.js';
import { type Place, toMentionFilter } from './mention-filter.mapper.js';
import { MentionFilterInput } from './mention-filter.type.js';
import { scopedFilter } from './scoped-filter.js';

/** The arguments of every list of mentions. */
@ArgsType()
export class MentionArguments extends PageArguments {
  @Field(() => MentionFilterInput, { nullable: true, description: 'Which mentions; all where absent.' })
  filter?: MentionFilterInput | null;

  @Field(() => MentionOrder, { defaultValue: 'NEWEST', description: 'Which come first.' })
  order!: MentionOrderValue;
}

/** One page of mentions, wherever the list hangs. Throws BAD_FILTER, FORBIDDEN, NOT_FOUND, BAD_CURSOR, PAGE_TOO_LARGE or BAD_PARAMETERS. */
export async function listMentions(
  context: MentionsContext,
  asked: MentionArguments,
  place: Place = {},
): Promise<Connection<Mention>> {
  const { store } = context;
  const filter = await scopedFilter(toMentionFilter(asked.filter, place), context);
  const page = await store.mentions.page(filter, asked.order, pageOf(asked));
  if (page.items.length === 0) await mustKnow(filter, context);
  return toConnection(page, toMention, () => store.mentions.count(filter));
}
