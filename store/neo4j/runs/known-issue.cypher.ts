/** An issue whose first set of mentions is still being made is none yet. */
export const ISSUE_EXISTS = 'MATCH (i:Issue {id: $issueId}) WHERE i.membership > 0 RETURN i.id AS id';
