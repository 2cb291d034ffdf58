import { emergingIssue, emergingObject } from '../../test/builders/emerging.js';
import { compileIssueQuery } from '../issue-query/compile-issue-query.js';
import { suggestedQuery } from './suggested-query.js';

const issueOf = (...objects: [kind: 'HASHTAG' | 'LINK' | 'TEXT', name: string][]) =>
  emergingIssue([], 0, { objects: objects.map(([kind, name]) => emergingObject(name, 0, { kind })) });
const texts: Readonly<Record<string, string>> = {
  'x:1': 'https://a.example/(b) Jembatan "gantung" putus, di desa kami tadi pagi sekali!',
  'x:2': 'Halo semua',
};
const textOf = (id: string) => texts[id] ?? null;

test('names hashtags, links and the first words of texts, each once, as the query language writes them', () => {
  const issue = issueOf(
    ['HASHTAG', 'jembatan'],
    ['LINK', 'https://a.example/x?y=(1)'],
    ['TEXT', 'x:1'],
    ['TEXT', 'x:1'],
  );
  const query = suggestedQuery(issue, textOf)!;
  expect(query).toBe('#jembatan OR url:"https://a.example/x?y=(1)" OR "jembatan gantung putus di desa kami tadi pagi"');
  expect(() => compileIssueQuery(query)).not.toThrow();
});

test('leaves out what no query can hold, and is null where nothing is left', () => {
  const odd = issueOf(
    ['HASHTAG', 'a b'],
    ['HASHTAG', 'c"d'],
    ['LINK', 'https://a.example/"'],
    ['TEXT', 'x:2'],
    ['TEXT', 'x:3'],
  );
  expect(suggestedQuery(odd, textOf)).toBeNull();
  const many = issueOf(...Array.from({ length: 20 }, (_, i) => ['HASHTAG', `t${i}`] as ['HASHTAG', string]));
  expect(suggestedQuery(many, textOf)!.split(' OR ')).toHaveLength(8);
});
