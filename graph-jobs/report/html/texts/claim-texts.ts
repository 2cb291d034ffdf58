import type { ClusterRole } from '#domain/hoax-cluster/cluster-parts.js';

/** Claims within the issue. Numbers and spans come in written for the language; the software rates no mention. */
export interface ClaimTexts {
  readonly heading: string;
  readonly lead: string;
  readonly shown: (shown: string, all: string) => string;
  readonly undecided: (claims: string, candidates: string) => string;
  readonly rated: (publisher: string, rating: string) => string;
  readonly factChecker: string;
  readonly noRating: string;
  readonly cut: string;
  readonly outside: (reposts: string) => string;
  readonly roles: Readonly<Record<ClusterRole, string>>;
  readonly table: string;
  readonly role: string;
  readonly matches: string;
  readonly reposts: string;
  readonly accounts: string;
  readonly responses: string;
  readonly signs: string;
  readonly decidedBy: string;
  readonly chart: string;
  readonly alt: (from: string, to: string) => string;
  readonly from: string;
  readonly noRace: string;
  readonly lagFirst: (span: string, isEarlier: boolean) => string;
  readonly lagHalf: (span: string, isEarlier: boolean) => string;
  readonly overlap: (share: string, area: string) => string;
  readonly reached: (reached: string, engaged: string) => string;
  readonly first: Readonly<Record<ClusterRole, string>>;
  readonly time: string;
  readonly account: string;
  readonly mentions: string;
  readonly network: (edges: string, times: string) => string;
  readonly groups: string;
  readonly group: string;
  readonly members: string;
  readonly groupNote: string;
  readonly noGroups: string;
}
