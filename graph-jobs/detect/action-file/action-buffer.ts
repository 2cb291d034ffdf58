import type { ActionColumns, Behaviour } from '#domain/action.js';

/** Grows the columns of actions as rows come in. */
export class ActionBuffer {
  #account = new Uint32Array(1 << 14);
  #object = new Uint32Array(1 << 14);
  #time = new Float64Array(1 << 14);
  #content = new Uint32Array(1 << 14);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(account: number, object: number, time: number, content: number): void {
    const row = this.#length;
    if (row === this.#account.length) this.#grow();
    this.#account[row] = account;
    this.#object[row] = object;
    this.#time[row] = time;
    this.#content[row] = content;
    this.#length = row + 1;
  }

  columns(behaviour: Behaviour, accountCount: number, objectCount: number): ActionColumns {
    const length = this.#length;
    return {
      behaviour,
      length,
      account: this.#account.subarray(0, length),
      object: this.#object.subarray(0, length),
      time: this.#time.subarray(0, length),
      mention: this.#content.subarray(0, length),
      accountCount,
      objectCount,
    };
  }

  #grow(): void {
    const length = this.#length + (this.#length >> 1);
    this.#account = copied(this.#account, new Uint32Array(length));
    this.#object = copied(this.#object, new Uint32Array(length));
    this.#content = copied(this.#content, new Uint32Array(length));
    const time = new Float64Array(length);
    time.set(this.#time);
    this.#time = time;
  }
}

function copied(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
