import type { Plugin } from 'graphql-yoga';
import { inSpan } from '#platform/tracing/spans.js';

/** A span for each part of an operation. None holds its text or name: both may name people. */
export function tracingPlugin(): Plugin {
  return {
    onParse: ({ parseFn, setParseFn }) =>
      setParseFn((...words: Parameters<typeof parseFn>) => inSpan('graphql.parse', {}, () => parseFn(...words))),
    onValidate: ({ validateFn, setValidationFn }) =>
      setValidationFn((...words: Parameters<typeof validateFn>) =>
        inSpan('graphql.validate', {}, () => validateFn(...words)),
      ),
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn((args: Parameters<typeof executeFn>[0]) => inSpan('graphql.execute', {}, () => executeFn(args))),
    onSubscribe: ({ subscribeFn, setSubscribeFn }) =>
      setSubscribeFn((args: Parameters<typeof subscribeFn>[0]) =>
        inSpan('graphql.subscribe', {}, () => subscribeFn(args)),
      ),
  };
}
