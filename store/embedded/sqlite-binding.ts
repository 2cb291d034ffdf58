import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

type Binding = typeof import('@photostructure/sqlite');

// The one place that chooses: Node 22 and newer have the API built in; older ones get a clone of it with prebuilt binaries.
const BUILT_IN: string = 'node:sqlite';
const hasBuiltIn = Number(process.versions.node.split('.')[0]) >= 22;
const { DatabaseSync } = (hasBuiltIn ? await import(BUILT_IN) : await import('@photostructure/sqlite')) as Binding;

export type SqliteDatabase = DatabaseSyncInstance;
export type SqliteStatement = StatementSyncInstance;

export function openSqlite(file: string, readOnly: boolean): SqliteDatabase {
  return new DatabaseSync(file, { readOnly });
}
