/** Tests of pairs of accounts as columns: one row a pair, layer and window. */
export interface PairTests {
  readonly length: number;
  /** Position of the behaviour among the layers. */
  readonly layer: Uint32Array;
  /** Position of the window. */
  readonly window: Uint32Array;
  /** Account codes, `from` < `to`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly occasions: Uint32Array;
  /** Occasions that chance alone would give. */
  readonly expected: Float64Array;
  /** Of test 1, who. */
  readonly p: Float64Array;
}

/** The same for rows of one behaviour and pair of accounts, whatever the window. */
export function edgeKey({ layer, from, to }: PairTests, row: number): string {
  return `${layer[row]} ${from[row]} ${to[row]}`;
}

const COLUMNS = ['layer', 'window', 'from', 'to', 'occasions', 'expected', 'p'] as const;

/** Grows the columns as tests are made. */
export class PairTestBuffer {
  #room = 256;
  #length = 0;
  #columns = emptyColumns(this.#room);

  push(layer: number, window: number, from: number, to: number, occasions: number, expected: number, p: number): void {
    if (this.#length === this.#room) this.#grow();
    const row = this.#length++;
    const columns = this.#columns;
    columns.layer[row] = layer;
    columns.window[row] = window;
    columns.from[row] = from;
    columns.to[row] = to;
    columns.occasions[row] = occasions;
    columns.expected[row] = expected;
    columns.p[row] = p;
  }

  tests(): PairTests {
    return sliced(this.#columns, this.#length);
  }

  #grow(): void {
    const old = this.#columns;
    this.#room *= 2;
    this.#columns = emptyColumns(this.#room);
    for (const name of COLUMNS) this.#columns[name].set(old[name]);
  }
}

/** The tests one after another. */
export function joined(parts: readonly PairTests[]): PairTests {
  const all = emptyColumns(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    for (const name of COLUMNS) all[name].set(part[name], at);
    at += part.length;
  }
  return { length: at, ...all };
}

/** The tests for which `keep` says so, in their order. */
export function kept(tests: PairTests, keep: (row: number) => boolean): PairTests {
  const rows = Uint32Array.from({ length: tests.length }, (_, row) => row).filter(keep);
  const some = emptyColumns(rows.length);
  rows.forEach((row, i) => {
    for (const name of COLUMNS) some[name][i] = tests[name][row]!;
  });
  return { length: rows.length, ...some };
}

function sliced(columns: ReturnType<typeof emptyColumns>, length: number): PairTests {
  return {
    length,
    layer: columns.layer.slice(0, length),
    window: columns.window.slice(0, length),
    from: columns.from.slice(0, length),
    to: columns.to.slice(0, length),
    occasions: columns.occasions.slice(0, length),
    expected: columns.expected.slice(0, length),
    p: columns.p.slice(0, length),
  };
}

function emptyColumns(length: number) {
  return {
    layer: new Uint32Array(length),
    window: new Uint32Array(length),
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    occasions: new Uint32Array(length),
    expected: new Float64Array(length),
    p: new Float64Array(length),
  };
}
