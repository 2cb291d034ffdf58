import { type Caller, UNCONTROLLED } from '#domain/caller.js';
import { accountsSubgraph } from '#subgraphs/accounts/schema.js';
import { spreadSubgraph } from '#subgraphs/spread/schema.js';

const known: Caller = { principal: 'key:1', role: 'NATIONAL_ANALYST', scopes: [], regions: null, agencyId: null };

test.each([accountsSubgraph, spreadSubgraph])(
  'where access is not controlled, resolvers of a subgraph that asks who is known are told that nobody is',
  ({ createContext }) => {
    expect(createContext({} as never, UNCONTROLLED)).toMatchObject({ caller: null });
    expect(createContext({} as never, known)).toMatchObject({ caller: known });
  },
);
