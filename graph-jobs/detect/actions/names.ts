/** Gives each distinct key a code, 0 upwards in order of first appearance, and keeps a name for it. */
export class Names {
  readonly #codes = new Map<string, number>();
  readonly values: string[] = [];

  codeOf(key: string, name = key): number {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    this.#codes.set(key, this.values.length);
    return this.values.push(name) - 1;
  }
}
