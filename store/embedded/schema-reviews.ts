/** Version 10: the history of what people decided on a finding, and until when its state holds; all that the history of a line shows. */
export const SCHEMA_REVIEWS = `
ALTER TABLE finding ADD COLUMN review_until INTEGER;
ALTER TABLE finding ADD COLUMN reviews TEXT;
DROP INDEX finding_by_line;
CREATE INDEX finding_by_line ON finding (stable_id, run_id, name, members, review_state, review_until);
`;

/** Version 12: the groups of a run in the order of their ids, for those who see some of them. */
export const FINDINGS_BY_ID = 'CREATE INDEX finding_by_id ON finding (run_id, name);';
