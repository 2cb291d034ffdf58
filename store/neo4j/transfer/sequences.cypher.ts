/** Numbers that nothing has yet: as many as asked for, the first of them next to `base`. */
export const TAKE_NUMBERS = `
MERGE (s:Sequence {name: $name}) ON CREATE SET s.value = 0
SET s.value = s.value + $count
RETURN s.value - $count AS base`;

/** Numbers that came with the records are never given out again. */
export const PASS_NUMBER = `
MERGE (s:Sequence {name: $name}) ON CREATE SET s.value = 0
SET s.value = CASE WHEN s.value < $number THEN $number ELSE s.value END`;
