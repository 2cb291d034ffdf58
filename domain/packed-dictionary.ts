import { NO_ROW, type StringColumn } from './mention-columns.js';
import { PackedStrings } from './packed-strings.js';

/**
 * A code for each different string, 0 upwards in order of first appearance; held as packed bytes, not as strings. A string
 * with half a surrogate pair, which no store has, is a new one each time.
 */
export class PackedDictionary implements StringColumn {
  readonly #values = new PackedStrings();
  #hashes = new Uint32Array(1 << 10);
  #slots = new Uint32Array(1 << 12).fill(NO_ROW);

  get length(): number {
    return this.#values.length;
  }

  at(code: number): string {
    return this.#values.at(code);
  }

  codeOf(value: string): number {
    const hash = hashOf(value);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== NO_ROW; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]!;
      if (this.#hashes[code] === hash && this.#values.at(code) === value) return code;
    }
    return this.#add(value, hash, slot);
  }

  #add(value: string, hash: number, slot: number): number {
    const code = this.#values.length;
    if (code === this.#hashes.length) {
      const larger = new Uint32Array(code * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#values.push(value);
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.length * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2).fill(NO_ROW);
    const mask = slots.length - 1;
    for (let code = 0; code < this.length; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== NO_ROW) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the code units with the finisher of MurmurHash3. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
