import type { Community } from '#domain/run-document.js';
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
      {shown.length > 0 && <Table caption={caption} columns={columnsOf(view)} rows={shown} />}
    </Section>
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
