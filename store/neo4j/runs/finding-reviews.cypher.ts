export const REVIEWS = `
MATCH (g:CoTimedGroup {id: $findingId}) WHERE g.rank IS NOT NULL
RETURN g.reviews AS reviews`;

/** Of two who review at once, the second waits, and reads what the first wrote. */
export const LOCK_REVIEWS = `
MATCH (g:CoTimedGroup {id: $findingId})
REMOVE g.locked
WITH g WHERE g.rank IS NOT NULL
RETURN g.reviews AS reviews, g.reviewState AS state, g.reviewUntil AS until`;

export const PUT_REVIEWS = `
MATCH (g:CoTimedGroup {id: $findingId})
SET g.reviews = $reviews, g.reviewState = $state, g.reviewUntil = $until`;
