import { readFileSync, writeFileSync } from 'node:fs';
import type { SpreadNetwork } from '#domain/spread-map.js';

type Edges = Pick<SpreadNetwork, 'nodes' | 'edges' | 'source' | 'target' | 'weight'>;

/** Numbers of 32 bits: nodes, edges, then all sources, all targets, all weights. Any program reads it at once. */
export function writeNetwork(file: string, { nodes, edges, source, target, weight }: Edges): void {
  const numbers = new Uint32Array(2 + 3 * edges);
  numbers.set([nodes, edges]);
  [source, target, weight].forEach((column, i) => {
    numbers.set(column, 2 + i * edges);
  });
  writeNumbers(file, numbers);
}

export function readNetwork(file: string): Edges {
  const numbers = readNumbers(file);
  const [nodes, edges] = [numbers[0]!, numbers[1]!];
  const column = (i: number) => numbers.slice(2 + i * edges, 2 + (i + 1) * edges);
  return { nodes, edges, source: column(0), target: column(1), weight: column(2) };
}

export function writeNumbers(file: string, numbers: Uint32Array): void {
  writeFileSync(file, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

export function readNumbers(file: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
