import { CodedError } from '#domain/errors/coded-error.js';
import { hashOfKey } from '../../csv-file/id-key.js';

/** Words of a place: both accounts, and the weight with TOLD. A place without either is empty. */
const PLACE = 3;
/** Above the weight: the edge was shown at the last look. It has its place until the next one, even without weight. */
const TOLD = 1 << 31;
const WEIGHT = 0x7fffffff;
const FIRST_PLACES = 1 << 6;
/** A table of 400 MB, 600 while it grows to that: more edges than any screen or reviewer takes, and a bound that memory can be planned by. */
const MOST_EDGES = 20_000_000;

/**
 * Weights by pair of accounts, lower code first: open addressing, at most two places in three taken, so that an edge costs
 * 18 to 36 bytes. One that goes leaves no trace: those behind it move up, so that a table in which edges come and go for
 * months stays as quick as a new one.
 */
export class EdgeTable {
  #places = new Uint32Array(PLACE * FIRST_PLACES);
  #mask = FIRST_PLACES - 1;
  #taken = 0;
  #length = 0;
  /** The weight whose crossings are noted; 0, which none crosses, where nobody asked. */
  #noted = 0;
  /** Both accounts of each edge that crossed it; null when they were too many to be worth it. */
  #crossed: number[] | null = null;

  constructor(private readonly most = MOST_EDGES) {}

  /** Edges with weight. */
  get length(): number {
    return this.#length;
  }

  /** Makes the edge heavier by one. Throws BAD_PARAMETERS for an edge too many. */
  add(one: number, other: number): void {
    const at = this.#findOrTake(one, other);
    const word = this.#places[at + 2]!;
    if ((word & WEIGHT) === 0) this.#length += 1;
    this.#places[at + 2] = word + 1;
    if ((word & WEIGHT) + 1 === this.#noted) this.#note(at);
  }

  /** Makes an edge that is there lighter by one. */
  remove(one: number, other: number): void {
    const at = this.#find(Math.min(one, other), Math.max(one, other));
    const word = this.#places[at + 2]! - 1;
    this.#places[at + 2] = word;
    if ((word & WEIGHT) === 0) this.#length -= 1;
    if ((word & WEIGHT) + 1 === this.#noted) this.#note(at);
    if (word === 0) this.#close(at);
  }

  /** Notes from now on which edges come to this weight, or fall below it. */
  noteCrossings(weight: number): void {
    this.#noted = weight;
    this.#crossed = [];
  }

  /** Both accounts of each crossing, one after the other; null where a walk through all edges is no dearer. */
  crossings(): readonly number[] | null {
    return this.#crossed;
  }

  stateOf(one: number, other: number): { readonly weight: number; readonly told: boolean } {
    const word = this.#places[this.#find(Math.min(one, other), Math.max(one, other)) + 2]!;
    return { weight: word & WEIGHT, told: (word & TOLD) !== 0 };
  }

  /** Visits every edge, in no order that means anything. Nothing may change meanwhile. */
  visit(each: (from: number, to: number, weight: number, told: boolean) => void): void {
    const places = this.#places;
    for (let at = 0; at < places.length; at += PLACE) {
      const word = places[at + 2]!;
      if (word !== 0) each(places[at]!, places[at + 1]!, word & WEIGHT, (word & TOLD) !== 0);
    }
  }

  setTold(one: number, other: number, told: boolean): void {
    const at = this.#findOrTake(one, other);
    const weight = this.#places[at + 2]! & WEIGHT;
    this.#places[at + 2] = told ? weight | TOLD : weight;
    if (!told && weight === 0) this.#close(at);
  }

  #note(at: number): void {
    if (this.#crossed === null) return;
    this.#crossed.push(this.#places[at]!, this.#places[at + 1]!);
    if (this.#crossed.length > 2 * (this.#taken + FIRST_PLACES)) this.#crossed = null;
  }

  /** The place of the edge, one without weight where it had none: the caller gives it some, or TOLD. */
  #findOrTake(one: number, other: number): number {
    const [from, to] = one < other ? [one, other] : [other, one];
    let at = this.#find(from, to);
    if (this.#places[at + 2] !== 0) return at;
    if (this.#taken === this.most) throw tooMany(this.most);
    if (3 * this.#taken > 2 * this.#mask) {
      this.#grow();
      at = this.#find(from, to);
    }
    this.#taken += 1;
    this.#places[at] = from;
    this.#places[at + 1] = to;
    return at;
  }

  /** The place of the edge, or the empty one where it belongs. */
  #find(from: number, to: number): number {
    const places = this.#places;
    let place = hashOfKey(from, to) & this.#mask;
    for (;;) {
      const at = PLACE * place;
      if (places[at + 2] === 0 || (places[at] === from && places[at + 1] === to)) return at;
      place = (place + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Uint32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let at = 0; at < old.length; at += PLACE) {
      if (old[at + 2] === 0) continue;
      const to = this.#find(old[at]!, old[at + 1]!);
      for (let word = 0; word < PLACE; word++) this.#places[to + word] = old[at + word]!;
    }
  }

  /** Empties a place, and moves up whoever was only behind it because it was taken (Knuth 1998, 6.4, algorithm R). */
  #close(at: number): void {
    const places = this.#places;
    const mask = this.#mask;
    let hole = at / PLACE;
    for (let place = (hole + 1) & mask; places[PLACE * place + 2] !== 0; place = (place + 1) & mask) {
      const home = hashOfKey(places[PLACE * place]!, places[PLACE * place + 1]!) & mask;
      if (((place - home) & mask) < ((place - hole) & mask)) continue;
      places.copyWithin(PLACE * hole, PLACE * place, PLACE * (place + 1));
      hole = place;
    }
    places[PLACE * hole + 2] = 0;
    this.#taken -= 1;
  }
}

function tooMany(most: number): CodedError {
  return new CodedError('BAD_PARAMETERS', `The live network has more than ${most.toLocaleString('en')} edges`, {
    at: '--horizon',
    hint: 'take a shorter horizon or a shorter window, or leave out the objects that everybody shares',
  });
}
