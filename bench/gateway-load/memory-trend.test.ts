import { memoryTrend } from './memory-trend.js';

const MIB = 1024 * 1024;
/** Ten minutes at a hundred requests a second, of which each leaves so many bytes; the heap moves by itself. */
const samplesOf = (bytesPerRequest: number) =>
  Array.from({ length: 60 }, (_, i) => {
    const requests = i * 1000;
    const heapUsed = 50 * MIB + requests * bytesPerRequest + Math.sin(i) * 0.3 * MIB;
    return { seconds: i * 10, requests, heapUsed, external: 4 * MIB, rss: 200 * MIB };
  });

test('a process that keeps two hundred bytes of each request grows, one that keeps none does not', () => {
  expect(memoryTrend(samplesOf(200))).toMatchObject({ grows: true, bytesPerRequest: expect.closeTo(200, -1) });
  expect(memoryTrend(samplesOf(0))).toMatchObject({ grows: false, rssLastThirdMib: 0 });
});
