const item = (number: number, inner = '') => `<item>
  <title>Banjir &amp; lumpur ${number}</title>
  <link>https://kabar.example/${number}</link>
  <guid isPermaLink="false">g${number}</guid>
  <pubDate>Sun, 01 Mar 2026 08:0${number}:00 +0700</pubDate>
  <dc:creator>Seorang Wartawan</dc:creator>${inner}
</item>`;
const rss = (items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Kabar Fiktif</title>
<link>https://kabar.example/</link>
<language>id-ID</language>
<image><title>logo</title><link>https://lain.example/</link></image>
${items.join('\n')}
</channel>
</rss>
`;

export const RSS_FEED = rss([
  item(1, '<description><![CDATA[<p>Air <b>naik</b>.</p><script>x()</script>]]></description>'),
  item(2, '<source url="https://suara.example/rss">Suara Fiktif</source>'),
]);

export const ATOM_FEED = `<?xml version='1.0'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<title>Kabar Fiktif</title>
<link rel="self" href="https://umpan.example/atom"/>
<link href="https://kabar.example/"/>
<entry>
<id>tag:kabar.example,2026:1</id>
<title type="html">Banjir &amp;amp; lumpur</title>
<link rel="enclosure" href="https://foto.example/1"/>
<link rel="alternate" href="https://kabar.example/1"/>
<updated>2026-03-01T02:00:00Z</updated>
<published>2026-03-01T01:00:00Z</published>
<summary type="html">&lt;p&gt;Air naik.&lt;/p&gt;</summary>
</entry>
</feed>`;

/** An entry without a date before a good one. */
export const ATOM_DAMAGED = ATOM_FEED.replace(
  '<entry>',
  '<entry><id>tag:kabar.example,2026:2</id><title>Tanpa waktu</title><link href="https://kabar.example/2"/></entry><entry>',
);

/** No date, an element that is not closed, one without end, and good ones between them. */
export const RSS_DAMAGED = rss([
  item(1).replace(/<pubDate>.*<\/pubDate>/, ''),
  item(2).replace('</title>', ''),
  item(3),
  item(4).replace('</item>', ''),
  item(5),
  item(6).replace('https://kabar.example/6', 'relatif/6').replace('g6', ''),
]);

export const RSS_CUT = RSS_FEED.slice(0, RSS_FEED.indexOf('Suara Fiktif'));

/** Ten lines of this kind would be a billion characters, were they expanded. */
export const XML_BOMB = RSS_FEED.replace(
  '<rss',
  '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<rss',
).replace('Banjir &amp; lumpur 1', '&b;');
