import { buildSchema, type ExecutionResult, parse } from 'graphql';
import { subscribeAfresh } from './subscribe-afresh.js';

const schema = buildSchema('type Query { x: Int } type Subscription { ticked: Int refused: Int }');
Object.assign(schema.getSubscriptionType()!.getFields().ticked!, {
  subscribe: async function* () {
    yield 'first';
    yield 'second';
  },
  resolve: (_: string, _args: object, context: { number: number }) => context.number,
});
Object.assign(schema.getSubscriptionType()!.getFields().refused!, {
  subscribe: () => Promise.reject(new Error('no')),
});

test('each event has a context of its own', async () => {
  let made = 0;
  const createContext = () => ({ number: ++made });
  const events = await subscribeAfresh({ schema, document: parse('subscription { ticked }') }, createContext);
  const seen = [];
  for await (const event of events as AsyncIterable<ExecutionResult>) seen.push(event.data?.ticked);
  expect(seen).toEqual([2, 3]);
});

test('a subscription that cannot begin is one answer', async () => {
  const answer = await subscribeAfresh({ schema, document: parse('subscription { refused }') }, () => ({}));
  expect(answer).toMatchObject({ errors: [{ message: 'no', path: ['refused'] }] });
});
