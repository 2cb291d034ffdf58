import { createGunzip } from 'node:zlib';

const PIECE = 1 << 18;
/** zlib withholds the piece in which it met an error: a small one loses little of what was still whole. */
const SMALL_PIECE = 512;

/**
 * Unpacks gzip and gives all that could be unpacked before a truncation or a fault, which `createGunzip` as a stream
 * would throw away with its buffers. `read` opens the packed bytes; it is called again when the fault has to be
 * approached in small steps. Returns what was wrong, or null.
 */
export async function* gunzip(read: () => AsyncIterable<Buffer>): AsyncGenerator<Buffer, string | null, undefined> {
  let given = 0;
  const first = unpack(read(), PIECE);
  for (let step = await first.next(); ; step = await first.next()) {
    if (!step.done) {
      given += step.value.length;
      yield step.value;
    } else if (step.value?.code === 'Z_DATA_ERROR') {
      yield* after(given, unpack(read(), SMALL_PIECE));
      return `the gzip data is damaged (${step.value.message})`;
    } else {
      return step.value === null ? null : `the file ends in the middle of its gzip data (${step.value.message})`;
    }
  }
}

type ZlibError = Error & { code?: string };

async function* unpack(packed: AsyncIterable<Buffer>, chunkSize: number): AsyncGenerator<Buffer, ZlibError | null> {
  const stream = createGunzip({ chunkSize });
  const pieces: Buffer[] = [];
  let error: ZlibError | null = null;
  const closed = new Promise<void>((resolve) => {
    stream.on('close', resolve);
  });
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('error', (fault: ZlibError) => {
    error = fault;
  });
  for await (const chunk of packed) {
    const written = new Promise<void>((resolve) => {
      stream.write(chunk, () => resolve());
    });
    await Promise.race([written, closed]);
    yield* pieces.splice(0);
    if (error !== null) break;
  }
  if (error === null) stream.end();
  await closed;
  yield* pieces.splice(0);
  return error;
}

/** The rest of a stream of bytes after the first `skip` of them. */
async function* after(skip: number, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const piece of pieces) {
    const from = Math.max(0, skip - seen);
    seen += piece.length;
    if (from < piece.length) yield piece.subarray(from);
  }
}
