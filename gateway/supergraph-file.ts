import { readFileSync } from 'node:fs';
import { buildASTSchema, type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';
import { mustBeEnforceable } from './access/security-features.js';
import { queryPlans } from './execution/query-plans.js';

/** A supergraph that a gateway can serve. */
export interface SupergraphFile {
  readonly sdl: string;
  /** Where each subgraph answers. */
  readonly addresses: Readonly<Record<string, string>>;
}

const HINT = 'give the SDL of a Federation 2 supergraph, as "jejaring compose" and other composers write it';

/** Throws BAD_INPUT_FILE and BAD_SUPERGRAPH; where it is `controlled`, also for access rules that cannot be enforced. */
export function readSupergraphFile(path: string, controlled: boolean): SupergraphFile {
  const sdl = readText(path);
  const bad = (message: string, cause?: unknown) =>
    new CodedError('BAD_SUPERGRAPH', message, { at: path, hint: HINT, cause });
  const document = parsed(sdl, bad);
  const addresses = addressesIn(document, bad);
  try {
    buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    queryPlans(sdl);
  } catch (error) {
    throw bad(`no request can be planned on it: ${(error as Error).message}`, error);
  }
  if (controlled) mustBeEnforceable(document);
  return { sdl, addresses };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}

function parsed(sdl: string, bad: (message: string, cause?: unknown) => CodedError): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    throw bad(`${(error as Error).message}${place ? `, line ${place.line} column ${place.column}` : ''}`, error);
  }
}

function addressesIn(document: DocumentNode, bad: (message: string) => CodedError): Record<string, string> {
  const graphs = document.definitions.find(
    (one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw bad('it names no subgraphs: there is no enum join__Graph in it');
  const addresses: Record<string, string> = {};
  for (const { name: value, directives = [] } of graphs.values ?? []) {
    const join = directives.find(({ name }) => name.value === 'join__graph');
    const given = (key: string) => {
      const argument = join?.arguments?.find(({ name }) => name.value === key)?.value;
      return argument?.kind === Kind.STRING ? argument.value : '';
    };
    const [name, url] = [given('name') || value.value, given('url')];
    if (!URL.canParse(url) || !/^https?:/.test(url))
      throw bad(`the subgraph "${name}" has no HTTP address, but "${url}" in @join__graph(url:)`);
    addresses[name] = url;
  }
  return addresses;
}
