import { readFileSync } from 'node:fs';
import { SENTIMENTS } from '#domain/sentiment.js';
import { describeReal } from '../../test/real-data.js';
import { SentimentJudge } from './judge-text.js';
import { measure } from './measures.js';
import { cardText } from './model-card.js';
import { readModelFile } from './model-file.js';
import { SentimentModel, SHIPPED_MODEL } from './sentiment-model.js';
import { readLabelledTexts } from './train/labelled-texts.js';
import { HELD_OUT, splitTexts } from './train/split-texts.js';

const { card } = readModelFile(SHIPPED_MODEL);

test('the card that people read says what the one that programs read does', () => {
  expect(readFileSync(`${SHIPPED_MODEL}.md`, 'utf8')).toBe(cardText(card));
});

describeReal('the model that ships, on texts that it has not seen', ['indonesia/smsa/train.tsv'], ([path]) => {
  const { training, heldOut, nearDuplicates } = splitTexts(readLabelledTexts(path!), HELD_OUT);

  test('errs as its card says, and no more than was asked', () => {
    const model = SentimentModel.shipped();
    const measures = measure(heldOut.map(({ text, label }) => ({ label, probabilities: model.probabilities(text) })));
    expect(measures).toEqual(card.heldOut);
    expect(measures.accuracy).toBeGreaterThanOrEqual(0.88);
    expect(measures.macroF1).toBeGreaterThanOrEqual(0.85);
    expect(card.texts).toMatchObject({
      ...{ training: training.length, heldOut: heldOut.length, nearDuplicatesLeftOut: nearDuplicates },
    });
  });

  test('with the abstentions of the command counted as errors too', () => {
    const judge = new SentimentJudge();
    const right = heldOut.filter(({ text, label }) => {
      const judgement = judge.judge(text);
      return !judgement.abstained && judgement.label === SENTIMENTS[label];
    });
    const abstained = heldOut.filter(({ text }) => judge.judge(text).abstained);
    expect(right.length / heldOut.length).toBeGreaterThanOrEqual(0.875);
    expect(abstained.length / heldOut.length).toBeLessThan(0.015);
  });
});
