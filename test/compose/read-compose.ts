import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { packageFile } from '#platform/package-root.js';

export interface ComposeService {
  readonly image?: string;
  readonly restart?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { internal?: boolean }>>;
}

/** A compose file with its anchors resolved. */
export function readCompose(file = 'docker-compose.yml'): ComposeFile {
  return parse(readFileSync(packageFile(file), 'utf8'), { merge: true }) as ComposeFile;
}
