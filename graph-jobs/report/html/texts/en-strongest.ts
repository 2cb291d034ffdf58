import type { ReportTexts } from './report-texts.js';

export const EN_STRONGEST: ReportTexts['strongest'] = {
  heading: 'Strongest pairs',
  by: 'By',
  window: 'Window',
  occasions: 'Occasions',
  expected: 'By chance',
  qWho: 'False rate, who',
  qWhen: 'False rate, when',
  pairs: 'Pairs of mentions',
  objects: 'Different things',
  tested:
    'Occasions are the separate times at which both acted on the same thing within the window. By chance: how many of them two accounts would share that are as active as these two, at the same times. The false rates are the shares of false finds that would have to be accepted for the pair to pass: who, that these two meet so often; when, that so much of what both acted on fell within the window. The smaller, the less chance explains. Of each pair the window is shown at which chance explains least.',
  untested:
    'This run cut at a fixed number of pairs of mentions. It compared no single pair with chance: a pair with many can be two active accounts.',
  notKept:
    'This run is from before the figures of each pair against chance were kept. Map the issue again to have them.',
};
