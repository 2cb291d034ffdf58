/**
 * Counts by code for one group after another. A stamp says whose a count is, so that a new group costs nothing to begin, however
 * many codes there are: two columns of the data's length in all, whatever the groups have.
 */
export class GroupCounts {
  readonly #counts: Uint32Array;
  readonly #stamps: Uint32Array;
  #group = 0;
  most = 0;

  constructor(codes: number) {
    this.#counts = new Uint32Array(codes);
    this.#stamps = new Uint32Array(codes);
  }

  begin(): void {
    this.#group += 1;
    this.most = 0;
  }

  /** How often it was counted in this group, this time included. */
  add(code: number): number {
    if (this.#stamps[code] !== this.#group) {
      this.#stamps[code] = this.#group;
      this.#counts[code] = 0;
    }
    const count = ++this.#counts[code]!;
    if (count > this.most) this.most = count;
    return count;
  }
}
