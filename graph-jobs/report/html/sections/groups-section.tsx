import { MOST_PAIRS_ON_OBJECT } from '#domain/detection.js';
import { copiesAsLarge } from '#domain/finding.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import { storedParameters } from '#domain/run-parameters.js';
import { detailedGroups, MOSTLY, standingOf } from '../group-standing.js';
import { AccountName, Section, ShareBar } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { coarseWindowNote, spanName, windowsOf } from '../spans.js';
import { EvidenceTable } from './evidence-table.js';
import { groupHeadline } from './group-headline.js';
import { GroupLayers } from './group-layers.js';
import { GroupPast } from './group-past.js';
import { GroupTies } from './group-ties.js';
import { GroupsOverview } from './groups-overview.js';
import { StrongestEdges } from './strongest-edges.js';
import { WindowHelp } from './window-help.js';

const MOST_MEMBERS = 48;

interface GroupProps {
  readonly view: ReportView;
  readonly group: DocumentedGroup;
}

/** Each co-timed group with what chance gives, the ordinary explanations and its evidence. */
export function GroupsSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { mode } = storedParameters(document.parameters);
  const windows = windowsOf(view);
  const detailed = detailedGroups(document.groups);
  return (
    <Section id="groups" title={texts.groups.heading}>
      <p>{texts.groups.lead[mode](formats.list(windows.map((seconds) => spanName(seconds * 1000, view))))}</p>
      {document.groups.length > 0 && <Against view={view} />}
      <Crowds view={view} />
      {document.groups.length === 0 && <p class="caution">{texts.groups.none}</p>}
      {document.groups.length > 1 && <GroupsOverview view={view} detailed={detailed.length} />}
      {detailed.map((group, index) => (
        <Group key={group.id} view={view} group={group} number={index + 1} />
      ))}
      <WindowHelp view={view} />
    </Section>
  );
}

/** What the bound on crowds left out. */
function Crowds({ view: { texts, formats, document } }: SectionProps) {
  const { crowdedObjects = 0 } = document;
  if (crowdedObjects === 0) return null;
  const pairs = formats.number(MOST_PAIRS_ON_OBJECT);
  return <p class="caution">{texts.groups.crowds(formats.number(crowdedObjects), pairs)}</p>;
}

/** What holds for all groups of the run: how many stand out, how many pairs chance makes, how fine the times are. */
function Against({ view }: SectionProps) {
  const { texts, formats, document } = view;
  const { expectedPairs, observedPairs, copies, binHours } = document.groups[0]!.chance;
  const coarse = coarseWindowNote(view);
  return (
    <>
      <p>
        <strong>{groupHeadline(view)}</strong>
      </p>
      {copies > 0 && expectedPairs !== null && (
        <p>
          {texts.groups.chancePairs(
            formats.number(expectedPairs, 1),
            formats.number(observedPairs),
            formats.number(copies),
            formats.number(binHours),
          )}
        </p>
      )}
      {coarse !== null && <p class="caution">{coarse}</p>}
    </>
  );
}

function Group({ view, group, number }: GroupProps & { number: number }) {
  const { texts, formats } = view;
  const behaviours = formats.list(group.behaviours.map((behaviour) => texts.behaviours[behaviour]));
  return (
    <article class="group">
      <h3>
        {texts.groups.group(formats.number(number))} <code>{group.id}</code>
        {isDeclared(group) && <span class="tag strong">{texts.groups.declaredBadge}</span>}
      </h3>
      <p>
        {texts.groups.summary(formats.number(group.members.length), behaviours, formats.number(group.evidenceCount))}
      </p>
      <GroupTies view={view} group={group} />
      <GroupLayers view={view} group={group} />
      <GroupPast view={view} group={group} />
      <Chance view={view} group={group} />
      <Explanations view={view} group={group} />
      <Members view={view} group={group} />
      <StrongestEdges view={view} group={group} />
      <EvidenceTable view={view} group={group} />
    </article>
  );
}

function isDeclared({ explanations }: DocumentedGroup): boolean {
  return explanations.some(({ kind, share }) => kind === 'DECLARED_GOVERNMENT_AMPLIFICATION' && share >= MOSTLY);
}

function Chance({ view: { texts, formats }, group }: GroupProps) {
  const { copies, qValue } = group.chance;
  const asLarge = copiesAsLarge(group.chance);
  return (
    <div class="chance">
      <h4>{texts.groups.chance}</h4>
      <p>
        {asLarge === null
          ? texts.groups.chanceUnknown
          : texts.groups.chanceGroup(formats.number(asLarge), formats.number(copies))}{' '}
        {typeof qValue === 'number' && `${texts.groups.qValue(formats.rate(qValue))} `}
        <span class="tag">{texts.groups.standings[standingOf(group)]}</span>
      </p>
    </div>
  );
}

function Explanations({ view: { texts, formats }, group }: GroupProps) {
  return (
    <div class="explanations">
      <h4>{texts.groups.ordinary}</h4>
      <p class="note">{texts.groups.ordinaryLead}</p>
      <dl>
        {group.explanations.map(({ kind, share }) => (
          <div key={kind}>
            <dt>
              {texts.explanations[kind].name} <span class="quiet">{texts.explanations[kind].meaning}</span>
            </dt>
            <dd>
              <ShareBar share={share} label={formats.percent(share)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Members({ view, group: { members } }: GroupProps) {
  const { texts, formats } = view;
  const shown = members.slice(0, MOST_MEMBERS);
  return (
    <div class="members">
      <h4>
        {texts.groups.members}{' '}
        <span class="quiet">({texts.nOfN(formats.number(shown.length), formats.number(members.length))})</span>
      </h4>
      <ul>
        {shown.map((id) => (
          <li key={id}>
            <AccountName view={view} id={id} />
          </li>
        ))}
      </ul>
      {shown.length < members.length && <p class="note">{texts.groups.moreMembers}</p>}
    </div>
  );
}
