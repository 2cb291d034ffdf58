const NO_LANGUAGE = new Set(['', 'unknown', 'und', 'other', 'none', 'n/a', '-', 'zxx']);
let byName: ReadonlyMap<string, string> | undefined;

/** The tag of a language that a tool names by a tag or in English; null where it names none, or one that is not known. */
export function languageOf(text: string): string | null {
  const name = text.trim().toLowerCase();
  if (NO_LANGUAGE.has(name)) return null;
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(name)) return name.replaceAll('_', '-');
  byName ??= namedLanguages();
  return byName.get(name) ?? null;
}

/** English names of the languages with a code of two letters, and of those of Indonesia that have three. */
function namedLanguages(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const found = new Map<string, string>([['bahasa indonesia', 'id']]);
  for (const code of [...codes, 'ace', 'ban', 'bjn', 'bug', 'mad', 'min']) {
    const name = names.of(code)?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, code);
  }
  return found;
}
