import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Claim } from '#domain/claim.js';
import { matchTexts } from './match-texts.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-match-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const claim = (id: string, text: string): Claim => ({
  ...{ id, texts: [text], body: null, claimant: null, appearances: [`https://kabar.example/${id}`], reviews: [] },
});
const CLAIMS = [
  claim('dam, the "large" one', 'Bendungan Tirta Khayal di atas Kota Fiktif jebol malam ini'),
  claim('fuel', 'Harga BBM premium naik menjadi Rp 9.500 per liter malam ini'),
];

async function match(
  content: string | Uint8Array,
  signal?: AbortSignal,
  onProgress?: () => void,
  [threads, leastWork] = [1, 0],
) {
  const [texts, out] = [join(folder, 'texts'), join(folder, 'out.csv')];
  writeFileSync(texts, content);
  const rejects: unknown[] = [];
  const request = { claims: CLAIMS, texts, out, top: 1, minScore: 0.3, threads };
  const listener = { onReject: (row: object, raw: string) => void rejects.push({ ...row, raw }) };
  const heard = { ...listener, ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const tally = await matchTexts(request, heard, leastWork);
  return { tally, rejects, lines: readFileSync(out, 'utf8').trimEnd().split('\n') };
}

const ROWS = [
  '1,"harga bbm, premium naik 9.500",',
  '2,selamat siang,',
  '3,ini,https://kabar.example/fuel',
  '4,tirta khayal bendungan jebol,',
];

test('candidates in the order of the texts, quoted where they must be', async () => {
  const { lines, tally } = await match(`text_id,text,url\n${ROWS.join('\n')}\n`);
  expect(lines[0]).toBe('text_id,claim_id,rank,score,method');
  expect(lines.slice(1).map((line) => line.replace(/0\.\d{4}/, 'S'))).toEqual([
    '1,fuel,1,S,retrieval',
    '3,fuel,1,1.0000,url',
    '4,"dam, the ""large"" one",1,S,retrieval',
  ]);
  expect(tally).toMatchObject({
    rows: 4,
    rejected: 0,
    matched: 3,
    methods: { 'review-url': 0, url: 1, 'near-duplicate': 0, retrieval: 2 },
  });
  expect(existsSync(join(folder, 'out.csv.part'))).toBe(false);
});

test('the same for other orders, tabs, gzip, and columns in other places or absent', async () => {
  const { lines } = await match(`text_id,text,url\n${ROWS.join('\n')}\n`);
  const turned = await match(gzipSync(`text_id,text,url\r\n${ROWS.toReversed().join('\r\n')}`));
  expect(turned.lines.toSorted()).toEqual(lines.toSorted());
  const tabs = await match('published_at\ttext\ttext_id\n2026-03-01\ttirta khayal bendungan jebol\t4\n');
  expect(tabs.lines[1]).toBe(lines[3]);
});

test('what is damaged is handed over, line by line, with what stood there', async () => {
  const { rejects, tally, lines } = await match(
    Buffer.concat([
      Buffer.from('text_id,text,url\n,x,\n2,,\n3,"not closed,\n4\n5,'),
      Buffer.from([0xff]),
      Buffer.from(',\n6,tirta khayal bendungan jebol,\n'),
    ]),
  );
  expect(rejects).toEqual([
    { line: 2, field: 'text_id', reason: 'empty', raw: ',x,' },
    { line: 3, field: 'text', reason: 'empty', raw: '2,,' },
    { line: 4, field: '', reason: 'a quote is opened that is not closed as CSV asks', raw: '3,"not closed,' },
    { line: 5, field: '', reason: 'the row has too few columns', raw: '4' },
    { line: 6, field: '', reason: 'is not valid UTF-8', raw: '5,\ufffd,' },
  ]);
  expect(tally).toMatchObject({ rows: 6, rejected: 5 });
  expect(lines).toHaveLength(2);
});

test('stopped, it leaves what was there before and nothing else', async () => {
  writeFileSync(join(folder, 'out.csv'), 'before');
  const stop = new AbortController();
  const rows = Array.from({ length: 40_000 }, (_, i) => `${i},selamat siang\n`).join('');
  await expect(match(`text_id,text\n${rows}`, stop.signal, () => stop.abort())).rejects.toMatchObject({
    code: 'STOPPED',
  });
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('before');
  expect(existsSync(join(folder, 'out.csv.part'))).toBe(false);
});

const MANY = `text_id,text,url\n${Array.from({ length: 9000 }, (_, i) => ROWS[i % 7 === 0 ? (i % 3) + 1 : 0]!.replace(/^\d/, String(i))).join('\n')}\n,damaged,\n`;

test.each([2, 5])('%i threads write what one does, in the same order, plain and gzip', async (threads) => {
  const alone = await match(MANY);
  expect(alone.lines.length).toBeGreaterThan(8000);
  expect(await match(MANY, undefined, undefined, [threads, 0])).toEqual(alone);
  expect(await match(gzipSync(MANY), undefined, undefined, [threads, 0])).toEqual(alone);
});

test('threads are stopped, and a fault of the file ends them', async () => {
  const stop = new AbortController();
  await expect(match(MANY, stop.signal, () => stop.abort(), [2, 0])).rejects.toMatchObject({ code: 'STOPPED' });
  await expect(match('id,text\n1,x\n', undefined, undefined, [2, 0])).rejects.toMatchObject({ code: 'BAD_INPUT_FILE' });
  expect(existsSync(join(folder, 'out.csv'))).toBe(false);
});

test('a file without its columns is refused, and says so', async () => {
  await expect(match('id,text\n1,x\n')).rejects.toMatchObject({
    code: 'BAD_INPUT_FILE',
    message: expect.stringContaining('text_id'),
  });
});
