import type { KnownClaims } from './known-claims.js';

/**
 * The words of the registry from one batch of an import to the next: to read those of all claims for every batch takes time by
 * the square of the registry. Memory is that of all wordings, from the first claim without an id that is imported on.
 */
export class RegistryWords {
  #kept: { readonly known: KnownClaims; readonly version: number } | null = null;

  /** Null where others wrote since: `version` is another one then. Who takes it keeps it again once all that it adds is written. */
  take(version: number): KnownClaims | null {
    const kept = this.#kept;
    this.#kept = null;
    return kept?.version === version ? kept.known : null;
  }

  keep(known: KnownClaims, version: number): void {
    this.#kept = { known, version };
  }
}
