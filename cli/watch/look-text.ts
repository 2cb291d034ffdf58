import type { GrownGroup, Look, LookEvidence, NewPair } from '#graph-jobs/detect/live/look.js';
import { THRESHOLD_NOTE } from './threshold-note.js';

const SHOWN_PAIRS = 20;
const SHOWN_EVIDENCE = 3;
const SHOWN_MEMBERS = 20;

/** A look as JSON, times in ISO 8601. */
export function lookRecord({ at, pairs, ...rest }: Look): object {
  const evidence = ({ fromTime, toTime, ...posts }: LookEvidence) => ({
    ...posts,
    fromTime: iso(fromTime),
    toTime: iso(toTime),
  });
  return {
    at: iso(at),
    mode: 'compatible',
    note: THRESHOLD_NOTE,
    ...rest,
    pairs: pairs.map((pair) => ({
      ...pair,
      first: iso(pair.first),
      last: iso(pair.last),
      evidence: pair.evidence.map(evidence),
    })),
  };
}

/** The same for people, the beginning of it where it is long. */
export function lookText(look: Look): string {
  const { at, pairs, groups, pairsLeftOut, grouped } = look;
  const more = pairs.length + pairsLeftOut - SHOWN_PAIRS;
  return [
    `${iso(at)}  pairs at or above the fixed threshold, chance not tested: ${look.pairsAbove}; actions in the horizon: ${look.actions}`,
    ...pairs.slice(0, SHOWN_PAIRS).flatMap(pairLines),
    ...(more > 0 ? [`  … and ${more} more new pairs`] : []),
    ...groups.map(groupLine),
    ...(grouped ? [] : ['  too many pairs to be grouped: raise --min-weight']),
    ...(look.crowdedObjects > 0
      ? [`  ${look.crowdedObjects} crowded objects: accounts that meet there and nowhere else are left out`]
      : []),
  ].join('\n');
}

function pairLines({ from, to, weight, objects, first, last, evidence }: NewPair): string[] {
  return [
    `  new pair  ${from}  ${to}: ${weight} pairs of posts on ${objects} ${objects === 1 ? 'object' : 'objects'}, ${iso(first)} to ${iso(last)}`,
    ...evidence.slice(0, SHOWN_EVIDENCE).map(evidenceLine),
  ];
}

function evidenceLine({ object, fromPost, toPost, fromTime, toTime }: LookEvidence): string {
  const posts = fromPost === null ? '' : `, posts ${fromPost} and ${toPost}`;
  return `    on ${object}: ${Math.abs(toTime - fromTime) / 1000} s apart at ${iso(Math.min(fromTime, toTime))}${posts}`;
}

function groupLine({ members, joined }: GrownGroup): string {
  const fresh = joined.length === members.length ? 'new' : `grown by ${joined.length}`;
  const marked = [...joined.map((id) => `+${id}`), ...members.filter((id) => !joined.includes(id))];
  const rest = marked.length > SHOWN_MEMBERS ? ` … (${marked.length - SHOWN_MEMBERS} more)` : '';
  return `  co-timed group of ${members.length}, ${fresh}: ${marked.slice(0, SHOWN_MEMBERS).join(' ')}${rest}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
