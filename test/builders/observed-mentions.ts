import type { MentionObjects } from '#graph-jobs/emerging/mention-objects.js';
import { MentionObserver } from '#graph-jobs/emerging/observe-mentions.js';
import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';

export function observedMention(id: string, more: Partial<ObservedMention> = {}): ObservedMention {
  return {
    ...{ id, platform: 'x', accountId: 'a', publishedAt: 0, kind: 'ORIGINAL', stream: 'SOCIAL', text: '' },
    ...{ urls: [], hashtags: [] },
    ...more,
  };
}

export function mentionObjects(mentions: readonly ObservedMention[], declared: string[] | null = null): MentionObjects {
  const observer = new MentionObserver({ excerpts: true, declared: declared && new Set(declared) });
  for (const mention of mentions) observer.add(mention);
  return observer.finish();
}
