export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One or several values, as JSON-LD lets both stand for the same. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text of a value: itself, that of `{"@value": …}`, or the name or address of a node. Null where it has none. */
export function textOf(value: unknown): string | null {
  for (const one of listOf(value)) {
    const text = isNode(one) ? textOf(one['@value'] ?? one.name ?? one.url ?? one['@id']) : plain(one);
    if (text !== null) return text;
  }
  return null;
}

/** All addresses of a value: itself or that of a node. */
export function addressesOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const address = isNode(one) ? textOf(one.url ?? one['@id']) : plain(one);
    return address === null ? [] : [address];
  });
}

/** Whether the node is of a type of schema.org, however its name is written. */
export function isOfType(node: Node, type: string): boolean {
  return listOf(node['@type']).some(
    (name) => typeof name === 'string' && name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '') === type,
  );
}

function plain(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
