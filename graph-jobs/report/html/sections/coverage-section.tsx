import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import { Outside, Section, Table } from '../parts.js';
import { platformName } from '../platform-name.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { coarseStep, coarseWindowNote } from '../spans.js';

interface CoverageRow {
  readonly name: string;
  readonly count: number;
  readonly of: number;
}

/** What the data holds, and in plain words what it cannot tell. */
export function CoverageSection({ view }: SectionProps) {
  const { texts, formats } = view;
  const { coverage } = texts;
  const step = coarseStep(view);
  return (
    <Section id="coverage" title={coverage.heading}>
      <p>{coverage.lead}</p>
      <Table
        caption={coverage.mentions}
        rows={coverageRows(view)}
        columns={[
          { head: coverage.measure, cell: ({ name }) => <Outside text={name} /> },
          { head: coverage.value, numeric: true, cell: ({ count }) => formats.number(count) },
          { head: coverage.share, numeric: true, cell: ({ count, of }) => formats.percent(of === 0 ? 0 : count / of) },
        ]}
      />
      <p>
        {coverage.timeStep}: {step === null ? coverage.timeStepNone : texts.timeSteps.names[step].whole}.{' '}
        {coarseWindowNote(view)}
      </p>
      <h3>{coverage.limits}</h3>
      <ul class="sentences">
        {coverage.cannotSay.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </Section>
  );
}

function coverageRows({ document, texts }: ReportView): readonly CoverageRow[] {
  const { mentions, accounts, byPlatform, byKind, byStream, withRegion, parentsMissing, accountsWithFollowers } =
    document.coverage;
  const names = texts.coverage;
  const platforms = Object.entries(byPlatform).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const ofMentions = (name: string, count: number) => ({ name, count, of: mentions });
  return [
    ofMentions(names.mentions, mentions),
    ...STREAMS.map((stream) => ofMentions(`${names.mentions}: ${texts.streams[stream]}`, byStream[stream])),
    ...MENTION_KINDS.map((kind) => ofMentions(`${names.mentions}: ${texts.kinds[kind]}`, byKind[kind])),
    ...platforms.map(([platform, count]) =>
      ofMentions(`${names.mentions} ${names.platform(platformName(platform))}`, count),
    ),
    ofMentions(names.withRegion, withRegion),
    ofMentions(names.parentsMissing, parentsMissing),
    { name: names.accounts, count: accounts, of: accounts },
    { name: names.followersKnown, count: accountsWithFollowers, of: accounts },
  ];
}
