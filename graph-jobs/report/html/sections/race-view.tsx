import { CLUSTER_ROLES } from '#domain/hoax-cluster/cluster-parts.js';
import type { CorrectionRace } from '#domain/hoax-cluster/correction-race.js';
import type { ReachedAccounts } from '#domain/hoax-cluster/race-audience.js';
import type { RaceCurves } from '#domain/hoax-cluster/race-curves.js';
import { RACE_LINES } from '../charts/palette.js';
import { raceChart } from '../charts/race-chart.js';
import { Chart, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { measuredSpan } from '../spans.js';

const DAY_MS = 86_400_000;
const MOST_ROWS = 60;

/** A claim and what denies it: the chart, its figures as a table, and lag, overlap and reach in sentences. */
export function RaceView({ view, race, number }: SectionProps & { race: CorrectionRace; number: number }) {
  const { texts, formats } = view;
  const words = texts.claims;
  const { curves } = race;
  if (curves.from === null) return null;
  const startOf = curves.bucketMs < DAY_MS ? formats.minute : formats.day;
  const last = curves.from + (curves.tells.length - 1) * curves.bucketMs;
  const rows = rowsOf(curves);
  const shown = rows.slice(0, MOST_ROWS);
  const count = texts.nOfN(formats.number(shown.length), formats.number(rows.length));
  return (
    <>
      <Chart
        svg={raceChart(curves, number, view)}
        alt={words.alt(startOf(curves.from), startOf(last))}
        caption={texts.times(formats.zoneName)}
      />
      <ul class="key" aria-hidden="true">
        {CLUSTER_ROLES.map((role) => (
          <li key={role}>
            <span class="swatch" style={{ background: RACE_LINES[role].colour }} /> {words.roles[role]}
          </li>
        ))}
      </ul>
      <ul class="sentences">
        {sentences(race, view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        caption={shown.length < rows.length ? `${words.chart}: ${count}` : words.chart}
        columns={[
          { head: words.from, cell: ({ start }) => startOf(start) },
          { head: words.roles.TELLS, numeric: true, cell: ({ tells }) => formats.number(tells) },
          { head: words.roles.DENIES, numeric: true, cell: ({ denies }) => formats.number(denies) },
          { head: words.roles.CANDIDATE, numeric: true, cell: ({ candidates }) => formats.number(candidates) },
        ]}
        rows={shown}
      />
    </>
  );
}

/** Buckets with a mention. */
function rowsOf({ from, bucketMs, tells, denies, candidates }: RaceCurves) {
  return Array.from(tells, (count, i) => {
    return { start: from! + i * bucketMs, tells: count, denies: denies[i]!, candidates: candidates[i]! };
  }).filter((row) => row.tells + row.denies + row.candidates > 0);
}

function sentences({ lag, overlap, audience }: CorrectionRace, view: ReportView): string[] {
  const { texts, formats } = view;
  const words = texts.claims;
  if (lag === null || overlap === null) return [words.noRace];
  const span = (ms: number) => measuredSpan(Math.abs(ms), view);
  const reached = ({ accounts, reached: met }: ReachedAccounts) => {
    const count = texts.nOfN(formats.number(met), formats.number(accounts));
    return accounts === 0 ? count : `${count} (${formats.percent(met / accounts)})`;
  };
  return [
    words.lagFirst(span(lag.first), lag.first < 0),
    words.lagHalf(span(lag.half), lag.half < 0),
    words.overlap(formats.percent(overlap.afterFirstDenial), formats.percent(overlap.sharedArea)),
    words.reached(reached(audience.carriers), reached(audience.engaged)),
  ];
}
