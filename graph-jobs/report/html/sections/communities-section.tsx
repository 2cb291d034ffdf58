import { markName } from '#domain/community-name.js';
import type { Community, SharedMark } from '#domain/run-document.js';
import { communityMarks } from '../charts/palette.js';
import { CommunityMark } from '../community-mark.js';
import { AccountName, type Column, Outside, Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';

const MOST_COMMUNITIES = 12;
const MOST_NAMES = 3;
const MOST_HASHTAGS = 4;

/** The largest communities and what marks each of them. */
export function CommunitiesSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const shown = document.communities.slice(0, MOST_COMMUNITIES);
  const caption = `${texts.communities.heading}: ${texts.nOfN(formats.number(shown.length), formats.number(document.network.communities))}`;
  return (
    <Section id="communities" title={texts.communities.heading}>
      <p>{texts.communities.lead}</p>
      {shown.length > 0 && <Basis view={view} />}
      {shown.length > 0 && <Table caption={caption} columns={columnsOf(view)} rows={shown} />}
    </Section>
  );
}

/** How the communities were found, and how far they hang on the seed. */
function Basis({ view: { document, texts, formats } }: SectionProps) {
  const { modularity, stability } = document.network;
  const { resolution } = document.parameters;
  return (
    <p class="note">
      {texts.spread.resolution(formats.number(resolution, 2), formats.number(modularity, 2))}
      {stability &&
        ` ${texts.spread.stability(
          formats.number(stability.partitions),
          formats.number(stability.adjustedRand, 2),
          formats.number(stability.lowestAdjustedRand, 2),
          formats.percent(stability.variationOfInformation),
        )}`}
    </p>
  );
}

function columnsOf(view: ReportView): readonly Column<Community>[] {
  const { texts, formats } = view;
  const { communities } = texts;
  const marks = communityMarks();
  return [
    {
      head: communities.community,
      cell: ({ number }) => (
        <>
          <CommunityMark mark={marks.get(number)} /> {formats.number(number + 1)}
        </>
      ),
    },
    ...markColumns(view),
    { head: communities.size, numeric: true, cell: ({ accounts }) => formats.number(accounts) },
    { head: communities.mentions, numeric: true, cell: ({ mentions }) => formats.number(mentions) },
    { head: communities.inside, numeric: true, cell: ({ inside }) => formats.number(inside) },
    { head: communities.across, numeric: true, cell: ({ across }) => formats.number(across) },
    {
      head: communities.topAccounts,
      cell: ({ topAccounts }) => (
        <ul class="stack">
          {topAccounts.slice(0, MOST_NAMES).map(({ accountId, value }) => (
            <li key={accountId}>
              <AccountName view={view} id={accountId} /> <span class="quiet">{formats.number(value)}×</span>
            </li>
          ))}
        </ul>
      ),
    },
    ...(view.document.communities.some(({ topHashtags }) => topHashtags.length > 0) ? [hashtagColumn(view)] : []),
  ];
}

/** What marks each community, and how far it is found again; neither in runs from before these were looked for. */
function markColumns(view: ReportView): Column<Community>[] {
  const { document, texts, formats } = view;
  const marked: Column<Community> = {
    head: texts.spread.shared,
    cell: ({ shared }) => <Marks view={view} shared={shared ?? []} />,
  };
  const again: Column<Community> = {
    head: texts.spread.foundAgain,
    numeric: true,
    cell: ({ foundAgain }) => (typeof foundAgain === 'number' ? formats.percent(foundAgain) : ''),
  };
  return [
    ...(document.communities.some(({ shared = [] }) => shared.length > 0) ? [marked] : []),
    ...(document.communities.some(({ foundAgain }) => typeof foundAgain === 'number') ? [again] : []),
  ];
}

function Marks({ view, shared }: { view: ReportView; shared: readonly SharedMark[] }) {
  const { texts, formats, input } = view;
  const [n, provinceName] = [formats.number, (code: string) => input.regions.get(code)?.name ?? code];
  return (
    <ul class="stack">
      {shared.map((mark) => (
        <li key={mark.kind}>
          <Outside text={markName(mark, provinceName)} longest={40} />{' '}
          <span class="quiet">
            {texts.spread.sharedBy(n(mark.accounts), n(mark.members), n(mark.elsewhere), n(mark.others))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function hashtagColumn({ texts, formats }: ReportView): Column<Community> {
  return {
    head: texts.communities.topHashtags,
    cell: ({ topHashtags }) => (
      <ul class="row">
        {topHashtags.slice(0, MOST_HASHTAGS).map(({ hashtag, count }) => (
          <li key={hashtag}>
            <Outside text={`#${hashtag}`} longest={40} /> <span class="quiet">{formats.number(count)}×</span>
          </li>
        ))}
      </ul>
    ),
  };
}
