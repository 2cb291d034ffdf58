import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import type { DocumentNode } from 'graphql';
import type { Logger } from '#platform/logger.js';
import { costPlugin } from './cost/cost-plugin.js';
import { costWeights } from './cost/cost-weights.js';
import { tokensPlugin } from './document-caches.js';
import { introspectionPlugin } from './introspection-plugin.js';
import type { LimitSettings } from './limit-settings.js';
import { operationEndPlugin } from './operation-end-plugin.js';
import { trustedPlugin } from './trusted/trusted-plugin.js';

// docs/api.md asks 8 levels deep; the introspection that tools send has 900 tokens and is not counted in depth.
const DEPTH = 16;
const ALIASES = 30;
const TOKENS = 2000;

interface LimitParts {
  readonly supergraph: DocumentNode;
  readonly settings: LimitSettings;
  readonly onCost: (points: number) => void;
  readonly log: Logger;
}

/** What no honest query exceeds; anything above is refused before it runs. */
export function requestLimits({ supergraph, settings, onCost, log }: LimitParts) {
  return [
    trustedPlugin(settings.trusted, log),
    maxDepthPlugin({ n: DEPTH }),
    maxAliasesPlugin({ n: ALIASES }),
    tokensPlugin(TOKENS),
    introspectionPlugin(settings.introspection),
    operationEndPlugin(settings.operationSeconds),
    costPlugin({ weights: costWeights(supergraph), limit: settings.operationCost, onCost }),
  ];
}
