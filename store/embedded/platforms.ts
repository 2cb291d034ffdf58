import type { Database } from './database.js';

/** The dictionary of platform names: a handful of rows, kept in memory once read. */
export class Platforms {
  readonly #database: Database;
  readonly #ids = new Map<string, number>();
  readonly #names = new Map<number, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  find(name: string): number | undefined {
    if (!this.#ids.has(name)) this.#read();
    return this.#ids.get(name);
  }

  name(id: number): string {
    if (!this.#names.has(id)) this.#read();
    return this.#names.get(id)!;
  }

  /** Inside a write transaction; when that rolls back, call forget(). */
  findOrAdd(name: string): number {
    const known = this.find(name);
    if (known !== undefined) return known;
    const { lastId } = this.#database.run('INSERT INTO platform (name) VALUES (?)', name);
    this.#ids.set(name, lastId);
    this.#names.set(lastId, name);
    return lastId;
  }

  forget(): void {
    this.#ids.clear();
    this.#names.clear();
  }

  /** Ids of those names that occur at all. */
  idsOf(names: readonly string[]): number[] {
    return names.map((name) => this.find(name)).filter((id) => id !== undefined);
  }

  #read(): void {
    for (const { id, name } of this.#database.all<{ id: number; name: string }>('SELECT id, name FROM platform')) {
      this.#ids.set(name, id);
      this.#names.set(id, name);
    }
  }
}
