import { buildSchema, GraphQLError, parse } from 'graphql';
import type { AuditEvent } from '#domain/audit-entry.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { auditPlugin } from './audit-plugin.js';

test('what was denied to somebody stands in their entry by its code, as faults of subgraphs do', async () => {
  const noted: AuditEvent[] = [];
  let execute: (args: object) => Promise<unknown> = () => Promise.reject(new Error('not set'));
  const denied = new GraphQLError('no', { originalError: new CodedError('FORBIDDEN', 'no') });
  const presented = new GraphQLError('none', { extensions: { code: 'NOT_FOUND' } });
  const args = { schema: buildSchema('type Query { issue: Int }'), document: parse('{ issue }') };
  auditPlugin({ note: (event: AuditEvent) => noted.push(event) } as never as AuditLog).onExecute?.({
    args,
    executeFn: async () => ({ errors: [presented, denied, new GraphQLError('odd')] }),
    setExecuteFn: (fn: typeof execute) => (execute = fn),
  } as never);
  await execute(args);
  expect(noted.map(({ what }) => what.codes)).toEqual([['FORBIDDEN', 'NOT_FOUND', 'UNKNOWN']]);
});
