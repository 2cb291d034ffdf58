/** Three subgraphs and the same without federation, as SDL and plain resolvers, so that every peer runs the same data. */
const agencies = Array.from({ length: 50 }, (_, i) => ({
  id: `ag${i}`,
  name: `Agency ${i}`,
  region: `${11 + (i % 30)}`,
}));
const accounts = Array.from({ length: 1000 }, (_, i) => ({
  id: `ac${i}`,
  handle: `@account_${i}`,
  followers: (i * 7919) % 100_000,
  agencyId: i % 10 === 0 ? null : `ag${(i * 31) % 50}`,
}));
const mentions = Array.from({ length: 10_000 }, (_, i) => ({
  id: `m${i}`,
  text: `Mention ${i}: the agency published a clarification about topic ${i % 97} and readers replied`,
  accountId: `ac${(i * 613) % 1000}`,
}));
const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]));
const [agencyById, accountById] = [byId(agencies), byId(accounts)];

interface Reference {
  readonly id: string;
}
type Account = (typeof accounts)[number];
type Mention = (typeof mentions)[number];

const page = (_: unknown, { first, skip }: { first: number; skip: number }) => mentions.slice(skip, skip + first);

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const MENTIONS = 'mentions(first: Int = 20, skip: Int = 0): [Mention!]!';

export interface GraphSource {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, object>>;
}

export const SUBGRAPHS: Readonly<Record<string, GraphSource>> = {
  accounts: {
    sdl: `${LINK} type Account @key(fields: "id") { id: ID! handle: String! followers: Int! agency: Agency } type Agency @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Account: {
        agency: ({ agencyId }: Account) => agencyId && { id: agencyId },
        __resolveReference: ({ id }: Reference) => accountById.get(id),
      },
    },
  },
  agencies: {
    sdl: `${LINK} type Agency @key(fields: "id") { id: ID! name: String! region: String! }`,
    resolvers: { Agency: { __resolveReference: ({ id }: Reference) => agencyById.get(id) } },
  },
  mentions: {
    sdl: `${LINK} type Query { ${MENTIONS} } type Mention @key(fields: "id") { id: ID! text: String! account: Account! } type Account @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { mentions: page },
      Mention: { account: ({ accountId }: Mention) => ({ id: accountId }) },
    },
  },
};

const RULES =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize", "@authenticated", "@requiresScopes"])';

/** The same with fields that ask for scopes, and weights. */
export const GOVERNED_SUBGRAPHS: typeof SUBGRAPHS = Object.fromEntries(
  Object.entries(SUBGRAPHS).map(([name, { sdl, resolvers }]) => {
    const ruled = sdl
      .replace(LINK, RULES)
      .replace(MENTIONS, `${MENTIONS} @listSize(slicingArguments: ["first"])`)
      .replace('text: String!', 'text: String! @requiresScopes(scopes: [["mentions:read"]])')
      .replace('handle: String!', 'handle: String! @cost(weight: 1) @requiresScopes(scopes: [["accounts:read"]])')
      .replace('name: String!', 'name: String! @authenticated');
    return [name, { sdl: ruled, resolvers }];
  }),
);

export const PLAIN: GraphSource = {
  sdl: `type Query { ${MENTIONS} } type Mention { id: ID! text: String! account: Account! } type Account { id: ID! handle: String! followers: Int! agency: Agency } type Agency { id: ID! name: String! region: String! }`,
  resolvers: {
    Query: { mentions: page },
    Mention: { account: ({ accountId }: Mention) => accountById.get(accountId) },
    Account: { agency: ({ agencyId }: Account) => agencyId && agencyById.get(agencyId) },
  },
};

export const QUERY =
  'query ($skip: Int!) { mentions(first: 20, skip: $skip) { id text account { handle followers agency { name region } } } }';
