import { Parser } from 'htmlparser2';
import { CodedError } from '#domain/errors/coded-error.js';
import { type RawRow, type RawRows, WHOLE_FILE, WHOLE_ROW } from '../read/raw-row.js';
import type { ReadLimits } from '../read/read-limits.js';
import type { SourceFile } from '../read/source-file.js';

/** An entry of a feed, its fields by the names of their elements; '' where it has none. */
export interface FeedEntry {
  field(...names: readonly string[]): string;
  /** Of the feed as a whole, as far as it came before the entry. */
  feedField(name: string): string;
}

const ENTRIES = new Set(['item', 'entry']);
const FEEDS = new Set(['channel', 'feed']);
/** No feed nests deeper; what does is made to exhaust whoever reads it. */
const DEEPEST = 64;

/**
 * Reads the entries of RSS 0.9 to 2.0 and Atom as they stream by. htmlparser2 parses: it knows no document types, expands
 * no entities but the standard ones and loads nothing. `line` of a row is where the entry begins. Throws BAD_INPUT_FILE
 * for a document that declares entities: no feed needs them, and they can expand without end (an XML bomb).
 */
export async function* readFeedEntries(source: SourceFile, limits: ReadLimits): RawRows<FeedEntry> {
  const reader = new FeedReader(source.path, limits);
  const decoder = await decoderOf(source);
  for await (const chunk of source.chunks()) {
    reader.write(decoder.decode(chunk, { stream: true }));
    yield reader.take();
  }
  const damage = source.damage ?? reader.end();
  yield reader.take();
  if (damage === null) return;
  source.damage = damage;
  yield [{ line: reader.line, field: WHOLE_FILE, fault: damage, raw: '' }];
}

/** By the encoding that the XML declaration names. */
async function decoderOf(source: SourceFile): Promise<TextDecoder> {
  for await (const chunk of source.chunks()) {
    const [, label = 'utf-8'] =
      /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(chunk.subarray(0, 200).toString('latin1')) ?? [];
    try {
      return new TextDecoder(source.encoding === 'UTF-16' ? 'utf-8' : label);
    } catch {
      throw new CodedError('BAD_INPUT_FILE', `the feed names an unknown encoding: ${label}`, { at: source.path });
    }
  }
  return new TextDecoder();
}

class FeedReader {
  readonly #parser: Parser;
  readonly #feed = new Map<string, string>();
  #stack: string[] = [];
  #entry: {
    readonly line: number;
    readonly depth: number;
    readonly fields: Map<string, string>;
    large: string | null;
  } | null = null;
  #rows: RawRow<FeedEntry>[] = [];
  #damage: string | null = null;
  #chunk = '';
  #before = 0;
  /** How far into the chunk lines are counted, and the line there. */
  #counted = 0;
  #chunkLine = 1;
  /** Of the beginning of the chunk at hand. */
  line = 1;

  constructor(
    private readonly path: string,
    private readonly limits: ReadLimits,
  ) {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        ontext: (text) => this.#text(text),
        onclosetag: (name, isImplied) => this.#close(name, isImplied),
        onprocessinginstruction: (name, data) => {
          if (/^!entity/i.test(name) || /\[|<!ENTITY/i.test(name.startsWith('!') ? data : ''))
            throw this.#refused('declares entities');
        },
      },
      { xmlMode: true },
    );
  }

  write(text: string): void {
    this.#chunk = text;
    this.#chunkLine = this.line;
    this.#counted = 0;
    this.#parser.write(text);
    this.#before += text.length;
    this.line = this.#chunkLine + newlines(text, this.#counted, text.length);
    this.#chunk = '';
  }

  take(): readonly RawRow<FeedEntry>[] {
    return this.#rows.splice(0);
  }

  /** What is wrong with the end of the document, or null. */
  end(): string | null {
    this.#parser.end();
    return this.#damage;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#stack.length >= DEEPEST) throw this.#refused(`nests its elements more than ${DEEPEST} deep`);
    const kind = localName(name);
    if (ENTRIES.has(kind)) {
      if (this.#entry !== null) this.#reject('is not closed before the next begins');
      this.#entry = { line: this.#lineHere(), depth: this.#stack.length, fields: new Map(), large: null };
    }
    if (FEEDS.has(kind) && attributes['xml:lang'] !== undefined) this.#feed.set('language', attributes['xml:lang']);
    this.#stack.push(name);
    if (kind === 'link' && attributes.href !== undefined) this.#link(attributes.href, attributes.rel ?? 'alternate');
    if (kind === 'source' && attributes.url !== undefined) this.#add('source.url', attributes.url);
  }

  /** Of the links of Atom, the one to the article itself. */
  #link(href: string, rel: string): void {
    if (rel === 'alternate') this.#add('link', href);
  }

  #text(text: string): void {
    const depth = this.#entry?.depth ?? this.#feedDepth();
    const name = this.#stack[depth + 1];
    if (depth >= 0 && name !== undefined) this.#add(name, text);
  }

  /** Where the element of the feed stands, whose children tell of it; -1 outside. */
  #feedDepth(): number {
    const at = this.#stack.findIndex((name) => FEEDS.has(localName(name)));
    return this.#stack.length === at + 2 ? at : -1;
  }

  #add(name: string, text: string): void {
    const fields = this.#entry?.fields ?? this.#feed;
    const value = (fields.get(name) ?? '') + text;
    if (value.length <= this.limits.fieldLength) fields.set(name, value);
    else if (this.#entry !== null) this.#entry.large = name;
  }

  #close(name: string, isImplied: boolean): void {
    const at = this.#stack.lastIndexOf(name);
    if (at >= 0) this.#stack.length = at;
    const entry = this.#entry;
    if (entry !== null && entry.depth === this.#stack.length && ENTRIES.has(localName(name))) {
      if (isImplied) this.#reject('is not closed');
      else if (entry.large !== null) this.#reject(`holds more than ${this.limits.fieldLength} characters`, entry.large);
      else this.#rows.push({ line: entry.line, value: entryOf(entry.fields, this.#feed) });
      this.#entry = null;
    }
    if (isImplied && this.#stack.length === 0) this.#damage = `the document ends before <${name}> is closed`;
  }

  #reject(fault: string, field: string = WHOLE_ROW): void {
    const { line, fields } = this.#entry!;
    this.#rows.push({ line, field, fault, raw: Object.fromEntries(fields) });
    this.#entry = null;
  }

  /** Counted on from the entry before: from the beginning of the chunk each time, it would take the square of its length. */
  #lineHere(): number {
    const at = Math.max(this.#counted, this.#parser.startIndex - this.#before);
    this.#chunkLine += newlines(this.#chunk, this.#counted, at);
    this.#counted = at;
    return this.#chunkLine;
  }

  #refused(what: string): CodedError {
    return new CodedError('BAD_INPUT_FILE', `the document ${what}, which no feed needs`, {
      at: this.path,
      hint: 'take the feed from its publisher again; if it is like this there, its articles have to come another way',
    });
  }
}

function entryOf(fields: ReadonlyMap<string, string>, feed: ReadonlyMap<string, string>): FeedEntry {
  const language = feed.get('language') ?? '';
  const [title, link] = [feed.get('title') ?? '', feed.get('link') ?? ''];
  const told: Readonly<Record<string, string>> = { language, title, link };
  return {
    field: (...names) => {
      for (const name of names) {
        const text = fields.get(name)?.trim() ?? '';
        if (text !== '') return text;
      }
      return '';
    },
    feedField: (name) => (told[name] ?? '').trim(),
  };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function localName(name: string): string {
  return name.replace(/^(rss|atom|rdf|a10):/i, '').toLowerCase();
}
