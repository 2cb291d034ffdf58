import { z } from 'zod';

const commit = z.looseObject({
  operation: z.enum(['create', 'update', 'delete']),
  collection: z.string(),
  rkey: z.string().min(1),
  record: z.unknown().optional(),
});

/** An event as Jetstream sends it. */
export const jetstreamEvent = z.looseObject({
  did: z.string().regex(/^did:/, 'must be a DID'),
  time_us: z.union([z.int().positive(), z.string().regex(/^\d+$/)]),
  kind: z.enum(['commit', 'identity', 'account']),
  commit: commit.optional(),
  identity: z.looseObject({ handle: z.string().optional() }).optional(),
  account: z.looseObject({ active: z.boolean().optional(), status: z.string().optional() }).optional(),
});

const strongRef = z.looseObject({ uri: z.string() });

/** The part of app.bsky.feed.post that becomes a mention. */
export const blueskyPost = z.looseObject({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  reply: z.looseObject({ root: strongRef, parent: strongRef }).optional(),
  facets: z
    .array(
      z.looseObject({
        features: z.array(z.looseObject({ uri: z.string().optional(), tag: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  embed: z
    .looseObject({
      external: z.looseObject({ uri: z.string().optional() }).optional(),
      // A quote, or, beside media, a quote one step further in.
      record: z
        .looseObject({ uri: z.string().optional(), record: z.looseObject({ uri: z.string().optional() }).optional() })
        .optional(),
    })
    .optional(),
});

/** app.bsky.feed.repost. */
export const blueskyRepost = z.looseObject({ subject: strongRef, createdAt: z.string() });

export type JetstreamCommit = z.infer<typeof commit>;
