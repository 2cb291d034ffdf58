// Trains the sentiment model that ships, measures it on texts that it has not seen, and writes model and card.
//   npm run train:sentiment -- ../shared/data/indonesia/smsa/train.tsv [OUT]
import { measure } from '../measures.js';
import type { SentimentCard } from '../model-card.js';
import { writeModelFile } from '../model-file.js';
import { SentimentModel, SHIPPED_MODEL } from '../sentiment-model.js';
import { readLabelledTexts } from './labelled-texts.js';
import { HELD_OUT, splitTexts, tenthOf } from './split-texts.js';
import { fitTemperature, TRAINING, trainModel } from './train-model.js';

/** The tenth that a first model is calibrated on; the model that ships has it among its training texts. */
const CALIBRATION = 1;

const [path = '../shared/data/indonesia/smsa/train.tsv', out = SHIPPED_MODEL] = process.argv.slice(2);
const { training, heldOut, nearDuplicates } = splitTexts(readLabelledTexts(path), HELD_OUT);
console.error(`${training.length} texts to learn from, ${heldOut.length} held out`);

const calibration = training.filter(({ text }) => tenthOf(text) === CALIBRATION);
const first = trainModel(
  training.filter(({ text }) => tenthOf(text) !== CALIBRATION),
  TRAINING,
);
const temperature = fitTemperature(first, calibration);
console.error(`temperature ${temperature}`);

const parts = { ...trainModel(training, TRAINING), temperature };
const model = new SentimentModel(parts);
const measures = measure(heldOut.map(({ text, label }) => ({ label, probabilities: model.probabilities(text) })));
const card: SentimentCard = {
  data: 'SmSA of IndoNLU, train part (Purwarianti and Crisdayanti 2019; Wilie et al. 2020)',
  licence: 'MIT',
  languages: ['id'],
  texts: {
    training: training.length,
    calibration: calibration.length,
    heldOut: heldOut.length,
    nearDuplicatesLeftOut: nearDuplicates,
  },
  penalty: TRAINING.penalty,
  heldOut: measures,
};
writeModelFile(out, parts, card);
console.log(JSON.stringify(measures, null, 2));
