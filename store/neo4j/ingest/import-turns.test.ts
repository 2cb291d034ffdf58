import { setImmediate as breathe } from 'node:timers/promises';
import { Misjudged } from './foresight.js';
import { ImportTurns, type Turn } from './import-turns.js';
import type { ReadyBatch } from './ready-batch.js';

const batch = (id: string) => ({ id }) as ReadyBatch;

/** As the server lends the lock of the import: to one transaction after another. */
class Lock {
  last: string | null = null;
  #free: Promise<void> = Promise.resolve();

  /** Gives what lets go of it. */
  async take(turn: Turn): Promise<() => void> {
    const before = this.#free;
    let release!: () => void;
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    turn.locked();
    return release;
  }
}

test('a batch that has the lock before the one ahead of it is committed lets go of it at once, and comes after it', async () => {
  const turns = new ImportTurns();
  const lock = new Lock();
  const committed: string[] = [];
  const tries: string[] = [];
  let misjudge = true;
  const write = (id: string, before?: Promise<unknown>) =>
    turns.take(1, batch(id), before, async (turn) => {
      tries.push(id);
      const release = await lock.take(turn);
      try {
        await turn.written(lock.last);
        // Where the next one waits for the lock already, as its reads do in the server.
        for (let i = 0; i < 5; i++) await breathe();
        if (id === 'two' && misjudge) {
          misjudge = false;
          throw new Misjudged();
        }
        committed.push(id);
        lock.last = id;
      } finally {
        release();
      }
    });
  const one = write('one');
  const two = write('two', one);
  const three = write('three', two);
  // No timer is waited for: a batch that waited for the answer of the one ahead would have both wait.
  for (let i = 0; i < 100; i++) await breathe();
  expect(committed).toEqual(['one', 'two', 'three']);
  expect(tries).toEqual(['one', 'two', 'three', 'two', 'three']);
  await three;
});

test('what keeps a batch from being written is thrown by those behind it too, and nothing of these is committed', async () => {
  const turns = new ImportTurns();
  const lock = new Lock();
  const fault = new Error('the disk is full');
  const one = turns.take(1, batch('one'), undefined, async (turn) => {
    const release = await lock.take(turn);
    for (let i = 0; i < 5; i++) await breathe();
    release();
    throw fault;
  });
  const committed: string[] = [];
  const two = turns.take(1, batch('two'), one, async (turn) => {
    const release = await lock.take(turn);
    try {
      await turn.written(lock.last);
      committed.push('two');
    } finally {
      release();
    }
  });
  await expect(one).rejects.toBe(fault);
  await expect(two).rejects.toBe(fault);
  expect(committed).toEqual([]);
});
