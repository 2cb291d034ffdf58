const DID = 'did:plc:wargasatu';
const TIME = Date.UTC(2026, 2, 1, 8) * 1000;
const AT = '2026-03-01T07:59:58.000Z';
const post = (rkey: string, record: object, time_us = TIME) => ({
  did: DID,
  time_us,
  kind: 'commit',
  commit: {
    rev: 'r',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey,
    cid: 'c',
    record: { $type: 'app.bsky.feed.post', text: 'Air naik', createdAt: AT, ...record },
  },
});
const uri = (rkey: string) => `at://${DID}/app.bsky.feed.post/${rkey}`;
const deletion = (rkey: string) => ({
  did: DID,
  time_us: TIME + 9_000_000,
  kind: 'commit',
  commit: { rev: 'r', operation: 'delete', collection: 'app.bsky.feed.post', rkey },
});

const EVENTS = [
  post('p1', {
    langs: ['id', 'en'],
    tags: ['kota'],
    facets: [
      { index: {}, features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'Banjir' }] },
      { index: {}, features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://kabar.example/a' }] },
    ],
    embed: { $type: 'app.bsky.embed.external', external: { uri: 'https://kabar.example/b' } },
  }),
  post('p2', { text: 'jawab', reply: { root: { uri: uri('p1'), cid: 'c' }, parent: { uri: uri('p1'), cid: 'c' } } }),
  post('p3', { text: 'kutip', embed: { record: { uri: uri('p1'), cid: 'c' } } }),
  {
    did: 'did:plc:wargadua',
    time_us: TIME + 1_500_000,
    kind: 'commit',
    commit: {
      operation: 'create',
      collection: 'app.bsky.feed.repost',
      rkey: 'r1',
      record: {
        $type: 'app.bsky.feed.repost',
        subject: { uri: uri('p1'), cid: 'c' },
        createdAt: '2026-03-01T09:00:00Z',
      },
    },
  },
  {
    did: DID,
    time_us: TIME,
    kind: 'commit',
    commit: { operation: 'create', collection: 'app.bsky.feed.like', rkey: 'l' },
  },
  { did: DID, time_us: TIME, kind: 'identity', identity: { did: DID, handle: 'warga.example' } },
  { did: DID, time_us: TIME, kind: 'account', account: { active: false, did: DID, status: 'deleted' } },
  deletion('p2'),
];

export const JETSTREAM_EVENTS = EVENTS.map((event) => JSON.stringify(event)).join('\n');

export const JETSTREAM_DAMAGED = [
  JSON.stringify({ ...EVENTS[0], did: 'warga' }),
  JSON.stringify(post('p9', { text: 9 })),
  JSON.stringify(post('p9', {}, -1)),
  '{"did":',
  JSON.stringify({ ...deletion(''), kind: 'commit' }),
  JSON.stringify(EVENTS[1]),
].join('\n');
