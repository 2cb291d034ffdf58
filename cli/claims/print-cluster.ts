import type { ClaimReview } from '#domain/claim.js';
import type { ReviewState } from '#domain/finding.js';
import { CLUSTER_ROLES, type ClusterRole } from '#domain/hoax-cluster/cluster-parts.js';
import type { RoleSummary } from '#domain/hoax-cluster/cluster-summary.js';
import type { CorrectionRace } from '#domain/hoax-cluster/correction-race.js';
import type { ReachedAccounts } from '#domain/hoax-cluster/race-audience.js';
import type { Formats } from '#graph-jobs/report/html/formats.js';
import { printable } from '../output/printable.js';
import type { ShownCluster } from './shown-cluster.js';

const MINUTE = 60_000;
const DOES: Readonly<Record<ClusterRole, string>> = {
  TELLS: 'tell it',
  DENIES: 'deny it',
  CANDIDATE: 'undecided',
};
const DECIDED: Readonly<Record<ReviewState, string>> = {
  UNREVIEWED: '',
  CONFIRMED: ' (confirmed by people)',
  DISMISSED: ' (DISMISSED by people)',
};

export function printCluster(shown: ShownCluster, formats: Formats): void {
  const { claim, issueId, roles, race, edges, amplifications, runId, groups, isCut, outsideReposts } = shown;
  console.log(printable(`claim ${claim.id}: ${claim.texts[0] ?? ''}`));
  for (const review of claim.reviews) console.log(`  ${printable(ratedBy(review))}`);
  console.log(`in issue ${issueId}${isCut ? ', of which not all mentions were read' : ''}:`);
  for (const role of CLUSTER_ROLES) console.log(`  ${DOES[role].padEnd(10)} ${countsOf(role, roles[role], formats)}`);
  if (outsideReposts > 0)
    console.log(`  not counted ${formats.number(outsideReposts)} reposts of mentions that the issue does not hold`);
  for (const line of raceLines(race, formats)) console.log(line);
  for (const role of CLUSTER_ROLES) printFirst(shown, role, formats);
  console.log(`network inside: ${formats.number(edges)} edges, used ${formats.number(amplifications)} times`);
  if (runId === null) console.log(`co-timed groups inside: not known before "jejaring map ${issueId}"`);
  else if (groups.length === 0) console.log(`co-timed groups inside: none of run ${runId} has two members here`);
  for (const { id, members, inside, reviewState } of groups) {
    const counts = CLUSTER_ROLES.map((role) => `${inside[role]} ${DOES[role]}`).join(', ');
    console.log(
      `co-timed group ${id}${DECIDED[reviewState ?? 'UNREVIEWED']}: of ${members} members ${counts}; its evidence says on what they acted`,
    );
  }
}

function ratedBy({ publisher, rating, url }: ClaimReview): string {
  const what = rating ?? 'without a rating';
  return `${publisher ?? 'a fact-checker'} rated it ${what}${url === null ? '' : `: ${url}`}`;
}

function countsOf(role: ClusterRole, counts: RoleSummary, { number }: Formats): string {
  const { matches, reposts, accounts, responses, withDenialSign, decidedBy } = counts;
  const names = decidedBy.slice(0, 3).join(', ') + (decidedBy.length > 3 ? ' and others' : '');
  const found = role === 'CANDIDATE' ? `${number(matches)} candidates` : `${number(matches)} confirmed${by(names)}`;
  const signs = withDenialSign === 0 ? '' : `; ${number(withDenialSign)} with a sign of a denial`;
  const more = `${number(reposts)} reposts, ${number(accounts)} accounts, ${number(responses)} answers and quotes`;
  return `${found}, ${more}${signs}`;
}

function by(names: string): string {
  return names === '' ? '' : ` by ${printable(names)}`;
}

function raceLines({ lag, overlap, audience }: CorrectionRace, { percent, number }: Formats): string[] {
  if (lag === null || overlap === null)
    return ['no race yet: people have to confirm what tells it and what denies it (decideClaimMatch)'];
  const reached = ({ accounts, reached: met }: ReachedAccounts) =>
    `${number(met)} of ${number(accounts)}${accounts === 0 ? '' : ` (${percent(met / accounts)})`}`;
  return [
    `first denied ${span(lag.first)} it was first told; half of the denials ${span(lag.half)} half of the tellings`,
    `${percent(overlap.afterFirstDenial)} of what tells it came with the first denial or later; shared area ${number(overlap.sharedArea, 3)}`,
    `accounts that carried it and later met a denial: ${reached(audience.carriers)}; that only answered it: ${reached(audience.engaged)}`,
  ];
}

function printFirst({ roles, names }: ShownCluster, role: ClusterRole, formats: Formats): void {
  roles[role].first.forEach(({ accountId, mentionId, at }, i) => {
    const head = i === 0 ? `first that ${role === 'CANDIDATE' ? 'are' : ''} ${DOES[role]}:`.replace('  ', ' ') : '';
    console.log(
      `${head.padEnd(26)}${formats.moment(at)}  ${printable(`${names.get(accountId) ?? accountId}  ${mentionId}`)}`,
    );
  });
}

/** `4 h 30 min after`, or before. */
function span(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', `${minutes % 60} min`];
  return `${parts.filter((part) => part !== '').join(' ')} ${ms < 0 ? 'before' : 'after'}`;
}
