import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';

// The introspection query that tools send is 13 levels deep, and our own reports ask 11: see the tests.
const DEPTH = 16;
const ALIASES = 30;
const TOKENS = 2000;

/** What no honest query exceeds; anything above is refused before it runs. */
export function requestLimits() {
  return [maxDepthPlugin({ n: DEPTH }), maxAliasesPlugin({ n: ALIASES }), maxTokensPlugin({ n: TOKENS })];
}
