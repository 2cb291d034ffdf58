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

/** The pairs of a group that chance explains least. */
export interface StrongestTexts {
  readonly heading: string;
  readonly by: string;
  readonly window: string;
  readonly occasions: string;
  readonly expected: string;
  readonly qWho: string;
  readonly qWhen: string;
  readonly pairs: string;
  readonly objects: string;
  /** What the figures mean; why there are none. */
  readonly tested: string;
  readonly untested: string;
  readonly notKept: string;
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
