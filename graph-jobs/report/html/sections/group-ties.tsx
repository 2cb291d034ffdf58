import type { DocumentedGroup } from '#domain/run-document.js';
import { storedParameters } from '#domain/run-parameters.js';
import type { ReportView } from '../report-view.js';

interface TiesProps {
  readonly view: ReportView;
  readonly group: DocumentedGroup;
}

/** How much of what ties the group each behaviour makes; runs from before it was measured do not say. */
export function GroupTies({ view: { texts, formats, document }, group: { attribution } }: TiesProps) {
  if (attribution === undefined) return null;
  const { mode } = storedParameters(document.parameters);
  const shares = attribution.map(({ behaviour, share }) => `${texts.ties.by[behaviour]} ${formats.percent(share)}`);
  return (
    <p>
      {texts.ties.tiedBy(shares.join(', '))} <span class="quiet">({texts.ties.shareOf[mode]})</span>
    </p>
  );
}
