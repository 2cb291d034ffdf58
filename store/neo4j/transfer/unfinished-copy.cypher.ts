export const CHECKPOINT = "MATCH (s:Schema {name: 'unfinished copy'}) RETURN s.value AS value";

/**
 * Its lock, too: of two who copy into one store, the second waits for the slice of the first. Removing what is never there
 * takes the lock: a value that is read before is that of a moment ago.
 */
export const KEEP_CHECKPOINT = `
MERGE (s:Schema {name: 'unfinished copy'})
REMOVE s.locked
WITH s, s.value AS before
SET s.value = $value
RETURN before`;

export const END_COPY = "MATCH (s:Schema {name: 'unfinished copy'}) DELETE s";
