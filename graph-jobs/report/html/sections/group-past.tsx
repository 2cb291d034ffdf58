import type { DocumentedGroup } from '#domain/run-document.js';
import type { ReportView } from '../report-view.js';

interface PastProps {
  readonly view: ReportView;
  readonly group: DocumentedGroup;
}

/** Whether earlier runs had the group, how it changed, and what people decided on it there. */
export function GroupPast({ view: { texts, formats, input }, group }: PastProps) {
  const history = input.histories.get(group.id);
  if (history === undefined) return null;
  const { lineage, decision } = history;
  if (lineage === null && decision === null) return null;
  const { first, since, comparedWith, decided, decisions } = texts.ties;
  const compared = () => {
    if (lineage === null) return '';
    const { stableId, sinceRunId, predecessor } = lineage;
    if (predecessor === null) return first;
    const { id, stayed, joined, left } = predecessor;
    const change = comparedWith(id, formats.number(stayed), formats.number(joined), formats.number(left));
    return `${since(sinceRunId, stableId)} ${change}`;
  };
  return (
    <p>
      {compared()}
      {decision !== null && ` ${decided(decisions[decision.state], decision.findingId)}`}
    </p>
  );
}
