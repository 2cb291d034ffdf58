import type { Mention } from '#domain/mention.js';
import type { Mention as MentionType } from './mention.type.js';

export function toMention(mention: Mention): MentionType {
  const { accountId, publishedAt, regionCode, ...same } = mention;
  return {
    ...same,
    account: { id: accountId },
    publishedAt: new Date(publishedAt),
    region: regionCode === null ? null : { code: regionCode },
  };
}
