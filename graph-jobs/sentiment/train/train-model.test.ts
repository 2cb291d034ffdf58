import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostLikely } from '../measures.js';
import { readModelFile, writeModelFile } from '../model-file.js';
import { SentimentModel, SHIPPED_MODEL } from '../sentiment-model.js';
import { splitTexts, tenthOf } from './split-texts.js';
import { fitTemperature, type TrainingParameters, trainModel } from './train-model.js';

const small: TrainingParameters = {
  shape: { wordBits: 10, runBits: 11, shortestRun: 2, longestRun: 4 },
  runShare: 0.7,
  penalty: 0.1,
};
const words = [
  ['bagus', 'enak', 'ramah', 'puas'],
  ['rapat', 'jadwal', 'pukul', 'berita'],
  ['jelek', 'kecewa', 'parah', 'rusak'],
];
const places = ['warung', 'kantor', 'jalan', 'hotel', 'pasar', 'taman'];
const texts = words.flatMap((of, label) =>
  of.flatMap((word) => places.map((place) => ({ text: `${place} ini ${word}`, label }))),
);

test('learns what tells the labels apart, and gives the same bytes again', () => {
  const parts = trainModel(texts, small);
  const model = new SentimentModel(parts);
  expect(mostLikely(model.probabilities('pantai itu bagus dan enak'))).toBe(0);
  expect(mostLikely(model.probabilities('jadwal rapat'))).toBe(1);
  expect(mostLikely(model.probabilities('pelayanan rusak, kecewa'))).toBe(2);
  expect(trainModel(texts, small)).toEqual(parts);
});

test('a text of which nothing is known gets the shares of the labels, and probabilities have the sum one', () => {
  const probabilities = new SentimentModel(trainModel(texts, small)).probabilities('🙂');
  for (const probability of probabilities) expect(probability).toBeCloseTo(1 / 3, 1);
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
});

test('a model that is read back is the one that was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-model-'));
  try {
    const parts = trainModel(texts, small);
    writeModelFile(join(folder, 'model'), parts, readModelFile(SHIPPED_MODEL).card);
    expect(readModelFile(join(folder, 'model'))).toMatchObject(parts);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('where labels are wrong as often as right, the temperature makes the model less sure', () => {
  const model = trainModel(texts, small);
  const doubtful = texts.map(({ text, label }, i) => ({ text, label: i % 2 === 0 ? label : (label + 1) % 3 }));
  expect(fitTemperature(model, doubtful)).toBeGreaterThan(fitTemperature(model, texts));
});

test('a near-duplicate of a text to learn from is not held out', () => {
  const long = 'hari ini hujan turun sangat deras di kota dan jalan raya menjadi banjir sampai malam nomor';
  const many = Array.from({ length: 200 }, (_, n) => ({ text: `${long} ${n}`, label: 1 }));
  const alone = Array.from({ length: 200 }, (_, n) => ({ text: `kata${n} lain${n} sekali${n} ini${n}`, label: 0 }));
  const { training, heldOut, nearDuplicates } = splitTexts([...many, ...alone], 0);
  expect(nearDuplicates).toBeGreaterThan(0);
  expect(heldOut.length).toBeGreaterThan(0);
  expect(training.length + heldOut.length + nearDuplicates).toBe(400);
  expect(heldOut.every(({ label, text }) => label === 0 && tenthOf(text) === 0)).toBe(true);
  expect(training.some(({ text }) => tenthOf(text) === 0)).toBe(false);
});

test('a text is in the same tenth however it is written', () => {
  expect(tenthOf('Halo, DUNIA!')).toBe(tenthOf('halo dunia'));
});
