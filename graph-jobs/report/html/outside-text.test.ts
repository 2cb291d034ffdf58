import { outsideText, shownLink } from './outside-text.js';

describe('outsideText', () => {
  test('takes out what could change how the page reads, and cuts what is long', () => {
    expect(outsideText('a\u202eb\u0000c')).toBe('a b c');
    expect(outsideText('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(outsideText('\ud800')).toBe('\ufffd');
    expect(outsideText('banjir 🌊')).toBe('banjir 🌊');
  });
});

describe('shownLink', () => {
  test.each([
    ['https://berita.example/kota-fiktif/1?utm=1#top', 'berita.example/kota-fiktif/1'],
    ['https://user:secret@berita.example/', 'berita.example'],
    ['https://x.com/somebody/status/123', 'x.com/… (withheld)'],
    ['https://m.facebook.com/somebody/posts/1', 'm.facebook.com/… (withheld)'],
    ['https://notx.com/a', 'notx.com/a'],
    ['http://[', 'withheld'],
  ])('shows %s as %s', (link, shown) => {
    expect(shownLink(link, 'withheld')).toBe(shown);
  });
});
