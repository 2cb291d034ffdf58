import { createCanvas, loadImage } from '@napi-rs/canvas';
import { community, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import type { ReportInput } from '../html/report-input.js';
import { hasLettersFor, rasterise, registerFont } from './rasterise.js';
import { renderPicture } from './render-picture.js';

// Four million pixels are written twice.
const HOSTILE = 'Banjir <script>"&\u0007 \ufffe\u202e di kota مرحبا 💥 \ud800 ';
const OPTIONS = { language: 'en', zone: 'wib', level: null } as const;

function input(more: { title?: string; hashtag?: string; communities?: boolean } = {}): ReportInput {
  const document = reportDocument();
  const { title = document.issue.title, hashtag = 'banjirkotafiktif' } = more;
  const nodes = Array.from({ length: 60 }, (_, number) => ({
    ...{ community: number, accounts: 1 + Math.round(400 / (number + 1)) },
    ...{ x: 0.5 + Math.cos(number) / 2, y: 0.5 + Math.sin(number) / 2 },
  }));
  const links = nodes
    .slice(1)
    .map((_, i) => ({ source: i % 5, target: i + 1, weight: 1 + i * i }))
    .filter(({ source, target }) => source !== target);
  const communities = { count: 321, pairs: 4_567, nodes, links };
  const { picture } = document.network;
  const drawn = more.communities ? { ...picture, communities } : picture;
  return {
    document: {
      ...document,
      issue: { ...document.issue, title },
      network: { ...document.network, picture: drawn },
      communities: Array.from({ length: 20 }, (_, number) => community(number, hashtag)),
    },
    queryVersion: 2,
    publicAccounts: publicAccounts(),
    agencies: new Map(),
    regions: new Map(),
    histories: new Map(),
    sharedWith: [],
  };
}

const textsOf = (svg: string) =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, text]) => ({
    attributes: attributes!,
    text: text!,
  }));

test('says what it shows of how much, the run, the dates and what a line is, in both languages', () => {
  const words = (options: Parameters<typeof renderPicture>[1], communities: boolean) =>
    textsOf(renderPicture(input({ communities }), options))
      .map(({ text }) => text)
      .join(' ');
  const accounts = words(OPTIONS, false);
  for (const said of [
    'Spread network: Banjir Kota Fiktif',
    'run-0123456789abcdef',
    'query version 2',
    '2 Mar 2026',
    '30 of 567 accounts',
    '29 of 900 edges',
    'reposted, quoted or answered',
    'Community 1 (200 accounts)',
  ])
    expect(accounts).toContain(said);
  const whole = words(OPTIONS, true);
  for (const said of [
    '60 of 321 communities, the largest ones',
    'of 567 accounts',
    'of 4,567 lines',
    'A circle is a community',
  ])
    expect(whole).toContain(said);
  expect(words({ ...OPTIONS, language: 'id' }, true)).toContain('60 dari 321 komunitas, yang terbesar');
  expect(words({ ...OPTIONS, level: 'accounts' }, true)).toContain('30 of 567 accounts');
});

test('of a network that is drawn whole it does not speak of the most connected', () => {
  const given = input();
  const { network } = given.document;
  const picture = { ...network.picture, accounts: network.picture.nodes.length };
  const whole = { ...given, document: { ...given.document, network: { ...network, picture } } };
  const words = (language: 'en' | 'id') =>
    textsOf(renderPicture(whole, { ...OPTIONS, language }))
      .map(({ text }) => text)
      .join(' ');
  expect(words('en')).toContain('Shown: all 30 accounts and 29 of 900 edges.');
  expect(words('en')).not.toContain('most connected');
  expect(words('id')).toContain('Tampil: semua (30) akun dan 29 dari 900 sisi.');
});

test('names nobody, and texts from outside stay texts', () => {
  for (const communities of [false, true]) {
    const svg = renderPicture(input({ title: HOSTILE, hashtag: HOSTILE, communities }), OPTIONS);
    expect(svg).not.toMatch(/<script|\ufffe|\u202e|\p{Surrogate}/u);
    expect([...svg].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
    expect(svg).toContain('&lt;script');
    for (const { id, handle } of publicAccounts().values())
      for (const name of [id, handle!]) expect(svg).not.toContain(name);
  }
});

test('no line of text leaves the page or runs into the legend, by the font that ships', () => {
  registerFont();
  const context = createCanvas(10, 10).getContext('2d');
  const titles = ['W'.repeat(200), 'Kebijakan MBG '.repeat(14), HOSTILE, '谣言'.repeat(90)];
  for (const title of titles)
    for (const communities of [false, true])
      for (const language of ['id', 'en'] as const)
        for (const { attributes, text } of textsOf(
          renderPicture(input({ title, hashtag: title, communities }), { ...OPTIONS, language }),
        )) {
          if (attributes.includes('middle')) continue;
          const [x, size] = [/\bx="([\d.]+)"/, /font-size="(\d+)"/].map((found) => Number(found.exec(attributes)![1]));
          context.font = `${attributes.includes('bold') ? 'bold ' : ''}${size}px "DejaVu Sans"`;
          const shown = text
            .replace(/&lt;/g, '<')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&');
          expect([shown, x! + context.measureText(shown).width <= 1200 - 16]).toEqual([shown, true]);
        }
});

test('the same run gives the same bytes, as SVG and as PNG, and the PNG is a drawing on white', async () => {
  const svg = renderPicture(input({ communities: true }), OPTIONS);
  expect(renderPicture(input({ communities: true }), OPTIONS)).toBe(svg);
  const png = await rasterise(svg);
  expect(await rasterise(svg)).toEqual(png);
  const image = await loadImage(png);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect([image.width, image.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  // A twelfth of its size: enough to see ink by.
  const [across, down] = [200, Math.round((200 * image.height) / image.width)];
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, across, down);
  const inkIn = (y: number, rows: number) => {
    const { data } = context.getImageData(0, y, across, rows);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 700) inked += 1;
    return inked / (across * rows);
  };
  expect(inkIn(0, down)).toBeGreaterThan(0.03);
  expect(inkIn(0, down)).toBeLessThan(0.5);
  // The title's band holds ink, the margin above it none.
  expect([inkIn(0, 3) > 0, inkIn(4, 5) > 0]).toEqual([false, true]);
});

test('a run of which there is no such picture is refused', () => {
  expect(() => renderPicture(input(), { ...OPTIONS, level: 'communities' })).toThrow(/no picture of communities/);
  const empty = input();
  const network = { ...empty.document.network, picture: { accounts: 0, edges: 0, nodes: [], links: [] } };
  expect(() => renderPicture({ ...empty, document: { ...empty.document, network } }, OPTIONS)).toThrow(
    /nobody amplified/,
  );
});

test('letters that the font that ships lacks are noticed', () => {
  expect(['Banjir – “Jakarta” 100 %', 'مرحبا', 'Ω Ж'].map(hasLettersFor)).toEqual([true, true, true]);
  expect(['谣言', 'ประเทศ'].map(hasLettersFor)).toEqual([false, false]);
});
