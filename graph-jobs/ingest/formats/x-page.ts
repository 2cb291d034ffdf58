import { z } from 'zod';

export const xUser = z.looseObject({
  id: z.string(),
  username: z.string().optional(),
  name: z.string().optional(),
  created_at: z.iso.datetime({ offset: true }).optional(),
  public_metrics: z.looseObject({ followers_count: z.int().nonnegative().optional() }).optional(),
});

/** The part of a post of the X API v2 that becomes a mention. */
export const xPost = z.looseObject({
  id: z.string(),
  text: z.string(),
  author_id: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  lang: z.string().optional(),
  referenced_tweets: z
    .array(z.looseObject({ type: z.enum(['retweeted', 'quoted', 'replied_to']), id: z.string() }))
    .optional(),
  entities: z
    .looseObject({
      hashtags: z.array(z.looseObject({ tag: z.string() })).optional(),
      urls: z.array(z.looseObject({ expanded_url: z.string().optional(), url: z.string() })).optional(),
    })
    .optional(),
});

/** A page as the API answers it: posts of the search, and in `includes` the users and posts that they refer to. */
export const xPage = z.looseObject({
  data: z.union([z.array(z.unknown()), z.looseObject({ id: z.string() })]).optional(),
  includes: z
    .looseObject({ users: z.array(z.unknown()).optional(), tweets: z.array(z.unknown()).optional() })
    .optional(),
  meta: z.looseObject({}).optional(),
});

export type XPost = z.infer<typeof xPost>;
export type XUser = z.infer<typeof xUser>;
