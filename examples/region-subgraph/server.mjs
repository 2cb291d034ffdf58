// The subgraph of a region, all of it: complaints from a file. `node examples/region-subgraph/server.mjs [port]`
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const complaints = JSON.parse(file('complaints.json'));
const newest = (some, first) =>
  some.sort((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1)).slice(0, Math.min(Math.max(first, 0), 100));

const resolvers = {
  Query: {
    complaints: (_, { region, first }) =>
      newest(
        complaints.filter((one) => !region || one.region === region),
        first,
      ),
    complaint: (_, { id }) => complaints.find((one) => one.id === id) ?? null,
  },
  Complaint: {
    // References: the hub knows the rest.
    issue: ({ issue }) => issue && { id: issue },
    region: ({ region }) => ({ code: region }),
    __resolveReference: ({ id }) => complaints.find((one) => one.id === id) ?? null,
  },
  Issue: {
    complaints: ({ id }, { first }) =>
      newest(
        complaints.filter(({ issue }) => issue === id),
        first,
      ),
  },
  Region: {
    complaints: ({ code }, { first }) =>
      newest(
        complaints.filter(({ region }) => region === code),
        first,
      ),
  },
};

const schema = buildSubgraphSchema([{ typeDefs: parse(file('schema.graphql')), resolvers }]);
const server = new ApolloServer({
  schema,
  includeStacktraceInErrorResponses: false,
  plugins: [ApolloServerPluginInlineTraceDisabled()],
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.argv[2] ?? 4101) },
});
console.log(url);
