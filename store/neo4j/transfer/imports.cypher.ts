export const COUNT_IMPORTS = 'MATCH (i:Import) WHERE i.id IS NOT NULL RETURN count(i) AS count';

export const READ_IMPORTS = `
MATCH (i:Import) WHERE i.id > $after
RETURN i {.*} AS record ORDER BY i.id LIMIT $rows`;

export const PUT_IMPORTS = `
UNWIND $imports AS row
MERGE (i:Import {id: row.id})
SET i = row`;

/** What mentions say of an import that is finished or given up is of no use any more. */
export const UNFINISHED_IMPORTS = `
MATCH (i:Import) WHERE i.id IS NOT NULL AND i.finishedAt IS NULL AND NOT i.superseded
RETURN i.id AS id`;

export const COUNT_SIGHTINGS = `
MATCH (m:MentionKey) WHERE m.id > '' AND m.seenBy IN $imports
RETURN count(m) AS count`;

export const READ_SIGHTINGS = `
MATCH (m:MentionKey) WHERE m.id > $after AND m.seenBy IN $imports
RETURN {importId: m.seenBy, mentionId: m.id, line: m.seenLine} AS record ORDER BY m.id LIMIT $rows`;

export const PUT_SIGHTINGS = `
UNWIND $sightings AS row
MATCH (m:MentionKey {id: row.mentionId})
SET m.seenBy = row.importId, m.seenLine = row.line`;
