import type { StringColumn } from '#domain/mention-columns.js';
import { closeOutput, openOutput, writeAll } from '../../csv-file/output-file.js';
import { papa } from '../../csv-file/papa.js';
import type { PairsOfEdge } from '../edge-evidence.js';
import type { EdgeSink } from '../edge-sink.js';
import type { Sweep } from '../participation.js';

const HEADER = 'from,to,object,post_a,post_b,seconds_apart\n';
const ROWS_AT_ONCE = 1000;

export interface EvidenceBounds {
  readonly mostRows: number;
  readonly mostRowsOfEdge: number;
}

/**
 * Writes the pairs of posts behind each edge as it comes in: post_a is by `from`, and seconds_apart is how much later post_b
 * came, below 0 where it came first. Stops at its bounds and counts what they left out. Throws BAD_INPUT_FILE when the file
 * cannot be written.
 */
export class EvidenceFile implements EdgeSink {
  rows = 0;
  /** Pairs of posts that the bounds left out, and the edges of these. */
  rowsLeftOut = 0;
  edgesCut = 0;
  readonly #file: number;
  #batch: (string | number)[][] = [];

  constructor(
    path: string,
    private readonly ids: StringColumn,
    private readonly sweep: Pick<Sweep, 'actions' | 'active'>,
    private readonly pairs: PairsOfEdge,
    private readonly names: { readonly objects: StringColumn; readonly contents: StringColumn },
    private readonly bounds: EvidenceBounds,
  ) {
    this.#file = openOutput(path, 'evidence');
    writeAll(this.#file, Buffer.from(HEADER));
  }

  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void {
    for (let i = 0; i < length; i++) {
      const most = Math.min(this.bounds.mostRows - this.rows, this.bounds.mostRowsOfEdge, weight[i]!);
      const written = most === 0 ? 0 : this.#edge(from, to[i]!, most);
      this.rows += written;
      this.rowsLeftOut += weight[i]! - written;
      if (written < weight[i]!) this.edgesCut += 1;
    }
  }

  close(): void {
    this.#flush();
    closeOutput(this.#file);
  }

  #edge(from: number, to: number, most: number): number {
    const { object, time } = this.sweep.actions;
    const { objects, contents } = this.names;
    const [fromId, toId] = [this.ids.at(from), this.ids.at(to)];
    let written = 0;
    for (const [row, other] of this.#countedPairs(from, to)) {
      const posts = [row, other].map((at) => contents.at(this.sweep.actions.mention[at]!));
      this.#push([fromId, toId, objects.at(object[row]!), ...posts, (time[other]! - time[row]!) / 1000]);
      written += 1;
      if (written === most) break;
    }
    return written;
  }

  /** In a file one post can be listed under two accounts, and with minimum participation not every pair counts. */
  *#countedPairs(from: number, to: number): Generator<readonly [number, number]> {
    const { active, actions } = this.sweep;
    for (const [row, others] of this.pairs(from, to)) {
      for (const other of others) {
        if ((active[row]! | active[other]!) === 1 && actions.mention[row] !== actions.mention[other])
          yield [row, other];
      }
    }
  }

  #push(row: (string | number)[]): void {
    this.#batch.push(row);
    if (this.#batch.length === ROWS_AT_ONCE) this.#flush();
  }

  #flush(): void {
    if (this.#batch.length > 0)
      writeAll(this.#file, Buffer.from(`${papa().unparse(this.#batch, { newline: '\n' })}\n`));
    this.#batch = [];
  }
}
