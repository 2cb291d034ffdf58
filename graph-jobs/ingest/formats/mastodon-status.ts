import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** The part of a status of the Mastodon API that becomes a mention. */
export const mastodonStatus = z.looseObject({
  id: z.string(),
  uri: z.string(),
  created_at: time,
  content: z.string(),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  reblog: z.unknown().optional(),
  quote: z.looseObject({ quoted_status: z.looseObject({ uri: z.string() }).nullish() }).nullish(),
  tags: z.array(z.looseObject({ name: z.string() })).optional(),
  card: z.looseObject({ url: z.string().optional() }).nullish(),
  account: z.looseObject({
    acct: z.string(),
    url: z.string(),
    uri: z.string().optional(),
    display_name: z.string().optional(),
    followers_count: z.int().optional(),
    created_at: time.optional(),
  }),
});

export type MastodonStatus = z.infer<typeof mastodonStatus>;
