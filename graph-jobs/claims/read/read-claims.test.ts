import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readClaims } from './read-claims.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-claims-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array, name = 'claims'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const review = (claim: string, publisher: string, more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://${publisher.toLowerCase()}.example/${claim.length}`,
  datePublished: '2026-03-02',
  author: { '@type': 'Organization', name: publisher, url: 'https://periksa.example' },
  claimReviewed: claim,
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Seseorang' },
    firstAppearance: { '@type': 'CreativeWork', url: 'https://asal.example/1' },
    appearance: [{ '@type': 'CreativeWork', url: 'https://lain.example/2' }, 'https://lain.example/3'],
  },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Salah' },
  ...more,
});

test('one ClaimReview, with all that it tells', async () => {
  const { claims, format, reason, faults } = await readClaims(
    file(JSON.stringify(review('Bendungan jebol', 'Periksa'), null, 2)),
  );
  expect({ format, reason, faults }).toEqual({
    format: 'claim-review',
    reason: 'its first object is JSON-LD',
    faults: [],
  });
  expect(claims).toEqual([
    {
      id: 'https://periksa.example/15',
      texts: ['Bendungan jebol'],
      body: null,
      claimant: 'Seseorang',
      appearances: ['https://asal.example/1', 'https://lain.example/2', 'https://lain.example/3'],
      reviews: [
        {
          url: 'https://periksa.example/15',
          publisher: 'Periksa',
          title: null,
          rating: 'Salah',
          publishedAt: Date.UTC(2026, 2, 2),
          language: null,
        },
      ],
    },
  ]);
});

const two = [review('Bendungan jebol', 'Periksa'), review('Harga BBM naik', 'Periksa')];
const feedItem = (item: unknown) => ({ '@type': 'DataFeedItem', dateCreated: '2026-03-02', item });
test.each([
  ['an array', two],
  ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', name: 'Halaman' }, ...two] }],
  ['a data feed', { '@type': 'DataFeed', dataFeedElement: [feedItem([two[0]]), feedItem(two[1])] }],
  ['a list', { '@type': 'ItemList', itemListElement: two.map((item) => ({ '@type': 'ListItem', item })) }],
])('ClaimReviews in %s, and packed', async (_, document) => {
  for (const content of [JSON.stringify(document), gzipSync(JSON.stringify(document, null, 2))]) {
    const { claims, faults } = await readClaims(file(content));
    expect(faults).toEqual([]);
    expect(claims.map(({ texts }) => texts[0])).toEqual(['Bendungan jebol', 'Harga BBM naik']);
  }
});

test('a graph whose nodes name each other', async () => {
  const graph = [
    {
      '@id': '#review',
      '@type': ['Thing', 'schema:ClaimReview'],
      itemReviewed: { '@id': '#claim' },
      author: { '@id': '#org' },
    },
    { '@id': '#claim', '@type': 'Claim', name: 'Gempa besok pagi', appearance: { url: 'https://asal.example/9' } },
    { '@id': '#org', '@type': 'Organization', name: 'Periksa' },
  ];
  const { claims } = await readClaims(file(JSON.stringify({ '@graph': graph })));
  expect(claims).toMatchObject([
    {
      id: '#claim',
      texts: ['Gempa besok pagi'],
      appearances: ['https://asal.example/9'],
      reviews: [{ publisher: 'Periksa' }],
    },
  ]);
});

test('JSON Lines: damaged lines are named, the others are read', async () => {
  const lines = [
    JSON.stringify(two[0]),
    '{"@type": "ClaimReview", ',
    '',
    JSON.stringify({ '@type': 'ClaimReview' }),
    JSON.stringify(two[1]),
  ];
  const { claims, faults, read } = await readClaims(file(lines.join('\n')));
  expect(claims).toHaveLength(2);
  expect(read).toBe(4);
  expect(faults.map(({ line, field }) => [line, field])).toEqual([
    [2, '(row)'],
    [4, 'claimReviewed'],
  ]);
});

test('a feed with an element that holds nothing', async () => {
  const { claims, faults } = await readClaims(
    file(JSON.stringify({ dataFeedElement: [feedItem(null), feedItem(two[0])] })),
  );
  expect(claims).toHaveLength(1);
  expect(faults).toMatchObject([{ line: 1, field: 'dataFeedElement[0]', fault: 'holds no ClaimReview' }]);
});

test('answers of the Fact Check Tools API: several reviews of one claim, in pages or a claim a line', async () => {
  const claimReview = ['Periksa', 'Cek'].map((name, i) => ({
    publisher: { name, site: `${name}.example` },
    url: `https://${name}.example/a`,
    title: 'Tidak benar',
    reviewDate: `2026-03-0${i + 1}T00:00:00Z`,
    textualRating: 'Salah',
    languageCode: 'id',
  }));
  const answer = {
    claims: [
      { text: 'Bendungan jebol', claimant: 'Grup', claimDate: '2026-03-01T00:00:00Z', claimReview },
      { claimReview },
    ],
  };
  for (const content of [
    JSON.stringify(answer, null, 2),
    answer.claims.map((one) => JSON.stringify({ text: '', ...one })).join('\n'),
  ]) {
    const { claims, format, faults } = await readClaims(file(content));
    expect(format).toBe('fact-check-api');
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      id: 'https://Periksa.example/a',
      claimant: 'Grup',
      reviews: [{ publisher: 'Periksa', language: 'id' }, { publisher: 'Cek' }],
    });
    expect(faults.map(({ field }) => field.replace(/^claims\[1\]\./, ''))).toEqual(['text']);
  }
});

test('several fact-checkers of one claim, whatever the case and signs, in any order', async () => {
  const reviews = [
    review('Bendungan jebol!', 'Periksa', { datePublished: '2026-03-04' }),
    review('BENDUNGAN JEBOL', 'Cek'),
    two[1],
  ];
  const forward = await readClaims(file(JSON.stringify(reviews)));
  const backward = await readClaims(file(JSON.stringify(reviews.toReversed())));
  expect(forward.claims[0]).toMatchObject({
    id: 'https://cek.example/15',
    reviews: [{ publisher: 'Cek' }, { publisher: 'Periksa' }],
  });
  expect(backward.claims.map(({ id }) => id).sort()).toEqual(forward.claims.map(({ id }) => id).sort());
});

test('an article that checks two claims names both', async () => {
  const one = review('Bendungan jebol', 'Periksa');
  const { claims } = await readClaims(file(JSON.stringify([one, { ...one, claimReviewed: 'Sungai kering' }])));
  expect(new Set(claims.map(({ id }) => id)).size).toBe(2);
  for (const { id } of claims) expect(id).toMatch(/^https:\/\/periksa\.example\/15#[0-9a-f]{12}$/);
});

test('a table: its own columns, others by a mapping, several reviews of a claim', async () => {
  const table =
    'claim_id;text;review_url;publisher\n1;"Bendungan; jebol";https://a.example/1;Periksa\n1;Bendungan sudah jebol;https://b.example/1;Cek\n2;;;\n;x;;\n3;Harga naik;;\n';
  const { claims, format, reason, faults } = await readClaims(file(table));
  expect([format, reason]).toEqual(['csv', 'it begins with neither { nor [']);
  expect(claims).toMatchObject([
    {
      id: '1',
      texts: ['Bendungan; jebol', 'Bendungan sudah jebol'],
      reviews: [{ publisher: 'Periksa' }, { publisher: 'Cek' }],
    },
    { id: '3', texts: ['Harga naik'], reviews: [] },
  ]);
  expect(faults.map(({ line, field, raw }) => [line, field, raw])).toEqual([
    [4, 'text', '2;;;'],
    [5, 'claim_id', ';x;;'],
  ]);
  const mapped = await readClaims(file('No,Narasi\n7,Gempa besok\n'), 'claim_id=No,text=Narasi');
  expect(mapped.claims).toMatchObject([{ id: '7', texts: ['Gempa besok'] }]);
});

test.each([
  ['no claim in it', '[{"@type":"Person"}]', null, 'BAD_INPUT_FILE', /No claim/],
  ['a column that is not there', 'id,text\n1,x\n', null, 'BAD_INPUT_FILE', /claim_id/],
  ['a mapped column that is not there', 'claim_id,text\n1,x\n', 'body=Isi', 'BAD_INPUT_FILE', /Isi/],
  ['a mapping for JSON', '[]', 'text=Narasi', 'BAD_PARAMETERS', /JSON/],
  ['an unknown field', 'claim_id,text\n1,x\n', 'hoax=Isi', 'BAD_MAPPING', /hoax/],
])('refuses %s', async (_, content, map, code, message) => {
  await expect(readClaims(file(content), map)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});
