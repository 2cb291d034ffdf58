import { jest } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { errorPresenter } from './graphql-errors.js';
import { createLogger } from './logger.js';

const log = createLogger('test', 'silent');
const present = errorPresenter(log);

test('a coded error shows what, where and what to do, however deep it is wrapped', () => {
  const cause = new CodedError('NOT_FOUND', 'no such issue', {
    at: 'issue',
    hint: 'list them',
    cause: new Error('no'),
  });
  const wrapped = new GraphQLError('no such issue', {
    originalError: new GraphQLError('x', { originalError: cause }),
    path: ['issue'],
  });
  expect(present(wrapped).toJSON()).toEqual({
    message: 'no such issue',
    path: ['issue'],
    extensions: { code: 'NOT_FOUND', at: 'issue', hint: 'list them' },
  });
});

test.each([
  ['a thrown error', new Error('password=x')],
  ['an error that a resolver threw', new GraphQLError('password=x', { originalError: new TypeError('password=x') })],
  ['an error whose code is not ours', new GraphQLError('password=x', { extensions: { code: 'ECONNREFUSED' } })],
  [
    'an internal error without a reference',
    new GraphQLError('password=x', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
  ],
  ['something that is no error', 'password=x'],
])('%s is masked, and the log has it under the reference', (_, error) => {
  const logged = jest.spyOn(log, 'error');
  const shown = present(error);
  expect(JSON.stringify(shown)).not.toContain('password');
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ reference: shown.extensions.reference, err: expect.anything() }),
    expect.any(String),
  );
  logged.mockRestore();
});

test('a fault of the installation is logged, and its path on this machine does not show', () => {
  const logged = jest.spyOn(log, 'error');
  const shown = present(new CodedError('STORE_UNAVAILABLE', 'disk I/O error', { at: '/home/a/hub.db', hint: 'look' }));
  expect(shown.extensions).toEqual({ code: 'STORE_UNAVAILABLE', hint: 'look' });
  expect(JSON.stringify(shown)).not.toContain('/home');
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ err: expect.objectContaining({ at: '/home/a/hub.db' }) }),
    expect.any(String),
  );
  logged.mockRestore();
});

test('what a service presented once passes as it is, without what a server adds', () => {
  const extensions = {
    code: 'INTERNAL_SERVER_ERROR',
    reference: 'r-1',
    serviceName: 'accounts',
    stacktrace: ['at /x'],
  };
  expect(present(new GraphQLError('masked', { extensions })).extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    reference: 'r-1',
  });
});

test('a fault of the request stays readable', () => {
  expect(present(new GraphQLError('Cannot query field "x"')).toJSON()).toEqual({
    message: 'Cannot query field "x"',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('each error is counted by its code', () => {
  const codes: string[] = [];
  const counting = errorPresenter(log, (code) => codes.push(code));
  counting(new CodedError('BAD_CURSOR', 'x'));
  counting(new Error('x'));
  expect(codes).toEqual(['BAD_CURSOR', 'INTERNAL_SERVER_ERROR']);
});
