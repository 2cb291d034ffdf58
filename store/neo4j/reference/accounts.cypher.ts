const ACCOUNT = `{.id, .platform, .nativeId, .handle, .displayName, .followers, .createdAt, .newsOutlet, .agencyId,
  .layer} AS account`;

// Asked of each row; what the start has found already is true again.
const REST = `a.id > $after
  AND ($handle IS NULL OR a.handleKey = $handle)
  AND ($agencyId IS NULL OR a.agencyId = $agencyId)
  AND ($layers IS NULL OR a.layer IN $layers)
  AND ($newsOutlet IS NULL OR coalesce(a.newsOutlet, false) = $newsOutlet)
  AND ($platforms IS NULL OR a.platform IN $platforms)`;

export const GET_ACCOUNTS = `UNWIND $ids AS id
MATCH (a:Account {id: id})
RETURN a ${ACCOUNT}`;

/** A page in order of id from each start; several values of a property are one page each, merged. */
export const ACCOUNT_PAGES = {
  handle: `MATCH (a:Account) WHERE a.handleKey = $handle AND ${REST}
RETURN a ${ACCOUNT} ORDER BY a.handleKey, a.id LIMIT $rows`,
  agency: `MATCH (a:Account) WHERE a.agencyId = $agencyId AND ${REST}
RETURN a ${ACCOUNT} ORDER BY a.agencyId, a.id LIMIT $rows`,
  layers: `UNWIND $layers AS layer
CALL (layer) {
  MATCH (a:Account) WHERE a.layer = layer AND ${REST}
  RETURN a ORDER BY a.layer, a.id LIMIT $rows
}
RETURN a ${ACCOUNT} ORDER BY a.id LIMIT $rows`,
  outlets: `MATCH (a:Account) WHERE a.newsOutlet = true AND ${REST}
RETURN a ${ACCOUNT} ORDER BY a.newsOutlet, a.id LIMIT $rows`,
  platforms: `UNWIND $platforms AS platform
CALL (platform) {
  MATCH (a:Account) WHERE a.platform = platform AND ${REST}
  RETURN a ORDER BY a.platform, a.id LIMIT $rows
}
RETURN a ${ACCOUNT} ORDER BY a.id LIMIT $rows`,
  all: `MATCH (a:Account) WHERE ${REST}
RETURN a ${ACCOUNT} ORDER BY a.id LIMIT $rows`,
};
