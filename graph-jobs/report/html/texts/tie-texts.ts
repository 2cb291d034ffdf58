import type { Behaviour } from '#domain/action.js';
import type { ReviewState } from '#domain/finding.js';
import type { LayerRelation } from '#domain/layer-group.js';
import type { DetectionMode } from '#domain/run.js';

/** What ties a group, and how it stands to other groups. */
export interface TieTexts {
  /** In one or two words: what the ties of the behaviour go by. */
  readonly by: Readonly<Record<Behaviour, string>>;
  readonly tiedBy: (shares: string) => string;
  /** What the shares are of. */
  readonly shareOf: Readonly<Record<DetectionMode, string>>;
  /** Before the groups that one behaviour alone gives. */
  readonly alone: string;
  readonly relations: Readonly<Record<LayerRelation, (size: string, shared: string) => string>>;
  readonly alsoIn: (groups: string) => string;
  readonly first: string;
  readonly since: (run: string, stableId: string) => string;
  readonly comparedWith: (earlier: string, stayed: string, joined: string, left: string) => string;
  /** What people decided on the same group in another run. */
  readonly decided: (decision: string, finding: string) => string;
  readonly decisions: Readonly<Record<Exclude<ReviewState, 'UNREVIEWED'>, string>>;
}
