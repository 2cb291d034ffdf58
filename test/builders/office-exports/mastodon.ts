const account = (name: string) => ({
  id: `7${name.length}`,
  username: name,
  acct: `${name}@kota.example`,
  url: `https://kota.example/@${name}`,
  uri: `https://kota.example/users/${name}`,
  display_name: name.toUpperCase(),
  followers_count: 12,
  created_at: '2022-11-05T00:00:00.000Z',
  bot: true,
});

const status = (id: string, name: string, fields: object = {}) => ({
  id,
  uri: `https://kota.example/users/${name}/statuses/${id}0`,
  url: `https://kota.example/@${name}/${id}0`,
  created_at: '2026-03-01T08:00:00.000Z',
  visibility: 'public',
  language: 'id',
  content: '<p>halo</p>',
  in_reply_to_id: null,
  reblog: null,
  tags: [],
  account: account(name),
  ...fields,
});

const FIRST = status('1', 'warga', {
  content:
    '<p>Air &amp; lumpur naik<br>di <a href="https://kota.example/tags/banjir" class="mention hashtag">#<span>Banjir</span></a></p><p><a href="https://kabar.example/a">kabar</a></p>',
  tags: [{ name: 'banjir', url: 'x' }],
  card: { url: 'https://kabar.example/b' },
});

/** Newest first, as a timeline is: an answer, a boost, a quote, and what they are about. */
const STATUSES = [
  status('4', 'dua', { in_reply_to_id: '1', content: '<p>di mana?</p>' }),
  status('3', 'tiga', { reblog: FIRST, content: FIRST.content, tags: FIRST.tags }),
  status('5', 'dua', { quote: { state: 'accepted', quoted_status: FIRST } }),
  status('6', 'dua', { in_reply_to_id: '999' }),
];

export const MASTODON_TIMELINE = JSON.stringify(STATUSES);
export const MASTODON_SEARCH = JSON.stringify({ accounts: [], statuses: [...STATUSES, FIRST], hashtags: [] });

export const MASTODON_DAMAGED = JSON.stringify([
  { ...STATUSES[0], created_at: 'kemarin' },
  { ...STATUSES[1], reblog: { ...FIRST, account: undefined } },
  'teks',
  { ...FIRST, account: { ...account('warga'), acct: 7 } },
  FIRST,
]);
