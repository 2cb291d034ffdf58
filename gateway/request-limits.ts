import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { answerSizePlugin } from './answer-size-plugin.js';

// docs/api.md asks 8 levels deep; the introspection that tools send has 900 tokens and is not counted in depth.
const DEPTH = 16;
const ALIASES = 30;
const TOKENS = 2000;

/** What no honest query exceeds; anything above is refused before it runs. */
export function requestLimits() {
  return [
    maxDepthPlugin({ n: DEPTH }),
    maxAliasesPlugin({ n: ALIASES }),
    maxTokensPlugin({ n: TOKENS }),
    answerSizePlugin(),
  ];
}
