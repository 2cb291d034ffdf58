import { seesRegion } from '#domain/access/region-scope.js';
import type { MentionsContext } from './context.js';
import { toMention } from './mention.mapper.js';
import type { Mention } from './mention.type.js';

/** The mention of an id, null where there is none that the caller may see. */
export async function loadMention(id: string, context: MentionsContext): Promise<Mention | null> {
  const mention = await context.mentions.load(id);
  return mention && seesRegion(context.caller, mention.regionCode) ? toMention(mention) : null;
}
