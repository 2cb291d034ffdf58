import type { MentionStore } from '#domain/ports/mention-store.js';

// STUB, replaced before anything lands.
export const Neo4jMentionStore = class {} as unknown as new (...parts: readonly unknown[]) => MentionStore;
