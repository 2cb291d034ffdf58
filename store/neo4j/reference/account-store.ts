import type { AccountStore } from '#domain/ports/account-store.js';

// STUB, replaced before anything lands.
export const Neo4jAccountStore = class {} as unknown as new (...parts: readonly unknown[]) => AccountStore;
