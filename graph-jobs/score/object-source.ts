import type { ActionLayer } from '#domain/detection.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';

/** Who or what an object comes from: the account of a mention, the host of a canonical link, the hashtag itself. */
export type SourceOfObject = (layer: ActionLayer, object: number) => string;

/** A mention that is not among the rows, and a link that is no URL, is a source of its own. */
export function objectSources(columns: MentionColumns): SourceOfObject {
  const known = new Map<ActionLayer, Map<number, string>>();
  return (layer, object) => {
    const sources = known.get(layer) ?? new Map<number, string>();
    known.set(layer, sources);
    const source = sources.get(object) ?? sourceOf(columns, layer, object);
    sources.set(object, source);
    return source;
  };
}

function sourceOf(columns: MentionColumns, layer: ActionLayer, object: number): string {
  const row = layer.objectRow[object]!;
  if (row !== NO_ROW) return columns.accounts[columns.account[row]!]!.id;
  const name = layer.objects.at(object);
  return layer.actions.behaviour === 'CO_LINK' && URL.canParse(name) ? new URL(name).host : name;
}
