import type { ActionLayer } from '#domain/detection.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { NamedSources } from './named-sources.js';

/** Who or what an object comes from, as a code: the account of a mention, the host of a canonical link, the thing itself. */
export interface ObjectSources {
  /** How many codes there are. */
  readonly count: number;
  /** `layer` is a position in Detection.layers. */
  of(layer: number, object: number): number;
}

/** A mention that is not among the rows, and a link that is no URL, is a source of its own. */
export function objectSources(columns: MentionColumns, layers: readonly ActionLayer[]): ObjectSources {
  // Accounts have the first codes, then the objects of one layer after the other.
  let count = columns.accounts.length;
  const byLayer = layers.map((layer) => {
    const base = count;
    count += layer.objects.length;
    const own = ownSource(layer);
    return (object: number) => {
      const row = layer.objectRow[object]!;
      return row === NO_ROW ? base + own(object) : columns.account[row]!;
    };
  });
  return { count, of: (layer, object) => byLayer[layer]!(object) };
}

function ownSource({ actions: { behaviour }, objects }: ActionLayer): (object: number) => number {
  if (behaviour !== 'CO_LINK') return (object) => object;
  const hosts = new NamedSources(objects.length, (object) => {
    const link = objects.at(object);
    return URL.canParse(link) ? new URL(link).host : link;
  });
  return (object) => hosts.of(object);
}
