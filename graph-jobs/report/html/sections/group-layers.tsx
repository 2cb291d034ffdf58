import type { LayerGroup } from '#domain/layer-group.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import type { ReportView } from '../report-view.js';

const MOST_SHOWN = 8;
/** Ids of other groups in a sentence. */
const MOST_NAMED = 5;

interface LayersProps {
  readonly view: ReportView;
  readonly group: DocumentedGroup;
}

/** The groups that one behaviour alone gives, within the group, around it or across its border. */
export function GroupLayers({ view, group: { layerGroups = [] } }: LayersProps) {
  const { texts, formats } = view;
  if (layerGroups.length === 0) return null;
  const shown = layerGroups.slice(0, MOST_SHOWN);
  const count = texts.nOfN(formats.number(shown.length), formats.number(layerGroups.length));
  return (
    <>
      <p>
        {texts.ties.alone} {shown.length < layerGroups.length && <span class="quiet">({count})</span>}
      </p>
      <ul>
        {shown.map((layer) => (
          <li key={`${layer.behaviour} ${layer.number}`}>{sentenceOf(layer, view)}</li>
        ))}
      </ul>
    </>
  );
}

function sentenceOf(layer: LayerGroup, { texts, formats }: ReportView): string {
  const { behaviour, size, shared, relation, alsoIn, alsoInCount } = layer;
  const { by, relations, alsoIn: elsewhere } = texts.ties;
  const sentence = `${by[behaviour]}: ${relations[relation](formats.number(size), formats.number(shared))}`;
  if (alsoIn.length === 0) return `${sentence}.`;
  const named = alsoIn.slice(0, MOST_NAMED);
  const count = texts.nOfN(formats.number(named.length), formats.number(alsoInCount));
  return `${sentence}; ${elsewhere(formats.list(named))}${named.length < alsoInCount ? ` (${count})` : ''}.`;
}
