import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageFile } from '#platform/package-root.js';

const FOLDER = packageFile('test/conformance');

/** What one subgraph knows: root fields by root type, and rows by type and label. */
export type SubgraphData = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Expectation {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly code: string }[];
  readonly events?: readonly Pick<Expectation, 'data' | 'errors'>[];
  readonly fetches?: Readonly<Record<string, number>>;
}

export interface ConformanceCase {
  readonly name: string;
  readonly query: string;
  readonly expected: Expectation;
}

export interface Suite {
  readonly name: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly data: Readonly<Record<string, SubgraphData>>;
  readonly cases: readonly ConformanceCase[];
  /** What the composer must say of subgraphs that do not fit; null for those that do. */
  readonly refusal: string | null;
}

/** Every folder with subgraphs. */
export function readSuites(): Suite[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'subgraphs')))
    .map(readSuite);
}

function readSuite(name: string): Suite {
  const inside = (...path: string[]) => join(FOLDER, name, ...path);
  const json = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);
  const files = (folder: string) => (existsSync(inside(folder)) ? readdirSync(inside(folder)).sort() : []);
  const graphql = (folder: string) => files(folder).filter((file) => file.endsWith('.graphql'));
  return {
    name,
    subgraphs: graphql('subgraphs').map((file) => ({
      name: basename(file, '.graphql'),
      sdl: readFileSync(inside('subgraphs', file), 'utf8'),
    })),
    data: json(inside('data.json')) ?? {},
    cases: graphql('cases').map((file) => ({
      name: basename(file, '.graphql'),
      query: readFileSync(inside('cases', file), 'utf8'),
      expected: json(inside('cases', file.replace(/graphql$/, 'json'))),
    })),
    refusal: json(inside('composition.json'))?.reason ?? null,
  };
}
