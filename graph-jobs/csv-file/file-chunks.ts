import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip, type Gunzip } from 'node:zlib';
import { freeBuffers } from '#platform/free-memory.js';

// Larger ones are read in fewer turns, but the C library keeps their pages.
const INPUT = 1 << 18;
const OUTPUT = 1 << 16;
/** Unpacks some chunks ahead, in a thread of its own. */
const AHEAD = { readableHighWaterMark: 4 * OUTPUT };
const FREE_EVERY = 1 << 21;
/** So many times only what is young is looked at; what grows by doubling leaves old buffers too. */
const YOUNG_ONLY = 15;

/** Bytes of a file, unpacked where it is gzip, and how many bytes of the file were read by then. */
export type TakeChunk = (chunk: Uint8Array, bytesRead: number) => void | Promise<void>;

/**
 * Hands a file over in chunks, each valid until the call is done only: they share one buffer, or are freed from time to time. A stream
 * of node makes a buffer for each, and tens of megabytes of them wait to be freed.
 */
export async function eachChunk(path: string, gzip: boolean, take: TakeChunk): Promise<void> {
  const file = await open(path);
  try {
    if (gzip) await eachUnpacked(file, take);
    else await eachRead(file, async (chunk, bytesRead) => take(chunk, bytesRead));
  } finally {
    await file.close();
  }
}

/** Reads the next chunk while one is taken: there are two buffers. */
async function eachRead(file: FileHandle, take: (...chunk: Parameters<TakeChunk>) => Promise<void>): Promise<void> {
  let buffer = Buffer.alloc(INPUT);
  let other = Buffer.alloc(INPUT);
  let next = file.read(buffer, 0, INPUT, null);
  try {
    for (let read = 0; ; ) {
      const { bytesRead } = await next;
      if (bytesRead === 0) return;
      next = file.read(other, 0, INPUT, null);
      read += bytesRead;
      await take(buffer.subarray(0, bytesRead), read);
      [buffer, other] = [other, buffer];
    }
  } finally {
    // Nobody asks for it after an error; unheard, its own would end the process.
    await next.catch(() => undefined);
  }
}

async function eachUnpacked(file: FileHandle, take: TakeChunk): Promise<void> {
  const gunzip = createGunzip({ chunkSize: OUTPUT, ...AHEAD });
  let read = 0;
  let unfreed = 0;
  let freed = 0;
  const feeding = eachRead(file, (chunk, bytesRead) => {
    read = bytesRead;
    return written(gunzip, chunk);
  }).then(
    () => void gunzip.end(),
    (error: Error) => void gunzip.destroy(error),
  );
  try {
    for await (const chunk of gunzip) {
      await take(chunk as Uint8Array, read);
      unfreed += (chunk as Uint8Array).length;
      if (unfreed < FREE_EVERY) continue;
      unfreed = 0;
      freeBuffers({ youngOnly: freed++ % (YOUNG_ONLY + 1) > 0 });
    }
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Done when the bytes are used: only then may others be read into their place. */
function written(gunzip: Gunzip, chunk: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    gunzip.write(chunk, (error) => (error ? failed(error) : done()));
  });
}
