/**
 * Sources that objects have in common by their name, as links have a host: the code of the first object that had it. Each
 * name is asked for once, and no more of it is held than the names that differ.
 */
export class NamedSources {
  readonly #codes = new Map<string, number>();
  /** By object: the code and 1, 0 while it is not known. */
  readonly #known: Uint32Array;

  constructor(
    objects: number,
    private readonly nameOf: (object: number) => string,
  ) {
    this.#known = new Uint32Array(objects);
  }

  of(object: number): number {
    const known = this.#known[object]!;
    if (known > 0) return known - 1;
    const name = this.nameOf(object);
    const code = this.#codes.get(name) ?? object;
    this.#codes.set(name, code);
    this.#known[object] = code + 1;
    return code;
  }
}
