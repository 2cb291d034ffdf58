import type { GraphEngineName } from '#domain/graph-engine.js';
import type { DetectionMode } from '#domain/run.js';

/** How the result moves with the window. */
export interface WindowTexts {
  readonly heading: string;
  readonly lead: string;
  readonly alt: (windows: string) => string;
  readonly table: string;
  readonly window: string;
  readonly asked: string;
  readonly pairsTried: string;
  readonly pairsBeyondWho: string;
  readonly pairsKept: string;
  readonly groups: string;
  readonly accounts: string;
}

export interface MethodTexts {
  readonly heading: string;
  readonly steps: readonly { readonly name: string; readonly text: string }[];
  /** How co-timed groups were found, by mode. */
  readonly groupSteps: Readonly<Record<DetectionMode, { readonly name: string; readonly text: string }>>;
  readonly parameters: string;
  readonly parameter: string;
  readonly value: string;
  readonly usual: string;
  readonly mode: string;
  readonly modes: Readonly<Record<DetectionMode, string>>;
  readonly fdr: string;
  readonly windowsSeconds: string;
  readonly windowSeconds: string;
  readonly minParticipation: string;
  readonly minWeight: string;
  readonly behaviours: string;
  readonly resolution: string;
  readonly engine: string;
  readonly engines: Readonly<Record<GraphEngineName, string>>;
  readonly usualEngine: string;
  readonly communityMethod: string;
  readonly shuffledCopies: string;
  readonly seed: string;
}
