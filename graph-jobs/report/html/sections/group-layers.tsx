import type { LayerGroup } from '#domain/layer-group.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import type { ReportView } from '../report-view.js';

const MOST_SHOWN = 8;

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

function sentenceOf({ behaviour, size, shared, relation, alsoIn }: LayerGroup, { texts, formats }: ReportView): string {
  const { by, relations, alsoIn: elsewhere } = texts.ties;
  const sentence = `${by[behaviour]}: ${relations[relation](formats.number(size), formats.number(shared))}`;
  return alsoIn.length === 0 ? `${sentence}.` : `${sentence}; ${elsewhere(formats.list(alsoIn))}.`;
}
