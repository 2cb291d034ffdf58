/** The order of the two bytes of a character. */
export type ByteOrder = 'little' | 'big';

/** What a lone half of a surrogate pair becomes: a byte that no UTF-8 has, so that its line is found damaged later on. */
const NO_UTF8 = Buffer.from([0xff]);
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Characters of a header that are looked at where there is no byte order mark. */
const PROBE = 16;

/** The byte order of UTF-16 text with this beginning, null for any other text: by its mark, else by where the zeros are. */
export function byteOrderOf(start: Buffer): ByteOrder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'little';
  if (start[0] === 0xfe && start[1] === 0xff) return 'big';
  if (start.length < 2 * PROBE) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < 2 * PROBE; at += 2) {
    if (start[at] === 0) even += 1;
    if (start[at + 1] === 0) odd += 1;
  }
  if (odd === PROBE && even === 0) return 'little';
  return even === PROBE && odd === 0 ? 'big' : null;
}

/** UTF-16 text as UTF-8, without its byte order mark. */
export async function* utf16ToUtf8(chunks: AsyncIterable<Buffer>, order: ByteOrder): AsyncGenerator<Buffer> {
  let carry: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const end = wholeCharacters(bytes, order);
    carry = Buffer.from(bytes.subarray(end));
    const text = textOf(bytes.subarray(0, end), order);
    yield encoded(first && text.startsWith('\ufeff') ? text.slice(1) : text);
    first = first && end === 0;
  }
  if (carry.length > 0) yield NO_UTF8;
}

/** Bytes without an odd one at the end, and without the first half of a pair whose second half is still to come. */
function wholeCharacters(bytes: Buffer, order: ByteOrder): number {
  const end = bytes.length - (bytes.length % 2);
  if (end === 0) return 0;
  const high = bytes[order === 'little' ? end - 1 : end - 2]!;
  return high >= 0xd8 && high <= 0xdb ? end - 2 : end;
}

function textOf(bytes: Buffer, order: ByteOrder): string {
  return (order === 'little' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le');
}

function encoded(text: string): Buffer {
  if (!LONE_SURROGATE.test(text)) return Buffer.from(text);
  const parts = text.split(/\p{Surrogate}/u).map((part) => Buffer.from(part));
  return Buffer.concat(parts.flatMap((part, i) => (i === 0 ? [part] : [NO_UTF8, part])));
}
