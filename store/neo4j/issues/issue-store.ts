import type { IssueStore } from '#domain/ports/issue-store.js';

// STUB, replaced before anything lands.
export const Neo4jIssueStore = class {} as unknown as new (...parts: readonly unknown[]) => IssueStore;
