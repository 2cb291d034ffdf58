import type { ComponentChildren } from 'preact';
import type { RankedAccount } from '#domain/run-document.js';
import { timelineSeries } from '../charts/timeline-series.js';
import { groupsByStanding } from '../group-standing.js';
import { AccountName, Section } from '../parts.js';
import { platformName } from '../platform-name.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { coarseStep, measuredTime, spanName } from '../spans.js';
import { groupHeadline } from './group-headline.js';
import { provincesByMentions } from './regions-section.js';

const MOST_NAMED = 3;

/** What a reader with one minute wants to know: figures, who, where, when, what stands out, how good the data is. */
export function Brief({ view }: SectionProps) {
  const { texts } = view;
  return (
    <Section id="brief" title={texts.brief.heading}>
      <ul class="figures">
        {figures(view).map(([name, value]) => (
          <li key={name}>
            <strong>{value}</strong> <span>{name}</span>
          </li>
        ))}
      </ul>
      {view.document.firstMention === null ? <p>{texts.timeline.empty}</p> : <Answers view={view} />}
      <p class="caution">{texts.brief.caution}</p>
    </Section>
  );
}

function figures({ document, texts: { brief, nOfN }, formats }: ReportView): readonly (readonly [string, string])[] {
  const { coverage, network, groups } = document;
  const standOut = formats.number(groupsByStanding(groups).STANDS_OUT.length);
  return [
    [brief.mentions, formats.number(coverage.mentions)],
    [brief.news, formats.number(coverage.byStream.NEWS)],
    [brief.accounts, formats.number(coverage.accounts)],
    [brief.amplifications, formats.number(network.amplifications)],
    [brief.communities, formats.number(network.communities)],
    [brief.groups, groups.length === 0 ? standOut : nOfN(standOut, formats.number(groups.length))],
  ];
}

function Answers({ view }: SectionProps) {
  const { document, texts } = view;
  const { brief } = texts;
  const answers: readonly (readonly [string, ComponentChildren])[] = [
    [brief.standsOut, <strong key="groups">{groupHeadline(view)}</strong>],
    [brief.carriedBy, <CarriedBy key="carried" view={view} top={document.mostAmplified.slice(0, MOST_NAMED)} />],
    [brief.began, <Began key="began" view={view} />],
    [busiestName(view), busiest(view)],
    [brief.where, where(view)],
    [brief.dataQuality, dataQuality(view)],
  ];
  return (
    <dl class="answers">
      {answers.map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

function CarriedBy({ view, top }: SectionProps & { top: readonly RankedAccount[] }) {
  const { texts, formats } = view;
  if (top.length === 0) return <>{texts.network.empty}</>;
  return (
    <ul class="row">
      {top.map(({ accountId, value }) => (
        <li key={accountId}>
          <AccountName view={view} id={accountId} />{' '}
          <span class="quiet">{texts.brief.timesAmplified(formats.number(value))}</span>
        </li>
      ))}
    </ul>
  );
}

/** The earliest mention of all, and the earliest account among those whom others amplified. */
function Began({ view }: SectionProps) {
  const { document, texts } = view;
  const { zone } = view.options;
  const first = document.firstMention!;
  const [mover] = document.firstMovers;
  const at = (time: number) => `${measuredTime(time, view)} ${zone.toUpperCase()}`;
  return (
    <>
      {texts.brief.firstMention(at(first.time), platformName(first.platform))}{' '}
      <AccountName view={view} id={first.accountId} />
      {mover !== undefined && mover.accountId !== first.accountId && (
        <>
          ; {texts.brief.firstAmplified(at(mover.value))} <AccountName view={view} id={mover.accountId} />
        </>
      )}
    </>
  );
}

/** Whole days have no hours: there it is the busiest bar of the chart. */
function busiestName(view: ReportView): string {
  return coarseStep(view) === 'DAY' ? view.texts.brief.busiestStretch : view.texts.brief.busiestHour;
}

function busiest(view: ReportView): string {
  const { document, texts, formats } = view;
  if (coarseStep(view) !== 'DAY') {
    const { start, mentions } = document.busiestHour!;
    return texts.brief.busiest(formats.moment(start), formats.number(mentions));
  }
  const { peak, barMs } = timelineSeries(document.timeline)!;
  return `${texts.brief.busiest(formats.day(peak.start), formats.number(peak.count))} (${spanName(barMs, view)})`;
}

function where(view: ReportView): string {
  const { texts, formats } = view;
  const { mentions, withRegion, byPlatform } = view.document.coverage;
  const share = (name: string, count: number) => `${name} ${formats.percent(count / mentions)}`;
  const platforms = Object.entries(byPlatform)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(([platform, count]) => share(platformName(platform), count));
  const provinces = provincesByMentions(view)
    .slice(0, MOST_NAMED)
    .map((province) => share(province.name, province.mentions));
  return `${[...provinces, share(texts.regions.without, mentions - withRegion)].join(', ')}; ${platforms.join(', ')}`;
}

function dataQuality(view: ReportView): string {
  const { texts, formats, document } = view;
  const { mentions, accounts, parentsMissing, accountsWithFollowers } = document.coverage;
  const step = coarseStep(view);
  const parts = [
    ...(step === null ? [] : [texts.timeSteps.times(texts.timeSteps.names[step].whole)]),
    texts.brief.parentsMissing(formats.percent(parentsMissing / mentions)),
    texts.brief.followersKnown(formats.percent(accountsWithFollowers / accounts)),
  ];
  return parts.join('; ');
}
