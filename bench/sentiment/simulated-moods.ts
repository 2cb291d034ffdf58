import type { SentimentJudge } from '#graph-jobs/sentiment/judge-text.js';
import { Random } from '#simulator/random.js';
import { MOODS, sentence } from '#simulator/texts.js';

const SENTENCES = 2000;

/**
 * What the simulator’s sentences of each mood are taken for, a line a mood. They are a dozen templates with a few words to
 * fill in: this shows what the model does on another topic, and is no measure of its error there.
 */
export function simulatedMoods(judge: SentimentJudge): string[] {
  const random = new Random(1, 'moods');
  return MOODS.map(([mood]) => {
    const counts = { positive: 0, neutral: 0, negative: 0, abstained: 0 };
    for (let i = 0; i < SENTENCES; i++) {
      const judgement = judge.judge(sentence(mood, random));
      counts[judgement.abstained ? 'abstained' : judgement.label] += 1;
    }
    const shares = Object.entries(counts).map(([told, count]) => `${told} ${((100 * count) / SENTENCES).toFixed(1)} %`);
    return `simulated, ${mood}: ${shares.join(', ')}`;
  });
}
