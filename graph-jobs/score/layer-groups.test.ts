import { type LayerOverlap, MOST_ALSO_IN } from '#domain/layer-group.js';
import { layerGroups } from './layer-groups.js';

const links: LayerOverlap = { behaviour: 'CO_LINK', number: 1, size: 9, shared: 4, relation: 'OVERLAPPING' };
const texts: LayerOverlap = { behaviour: 'CO_TEXT', number: 1, size: 3, shared: 3, relation: 'WITHIN' };
const idOf = (group: number) => `g${group + 1}`;

test('each says in which other groups it reaches; another of the same number is of another behaviour', () => {
  const groups = [{ layerGroups: [links, texts] }, { layerGroups: [] }, { layerGroups: [{ ...links, shared: 5 }] }];
  expect(layerGroups(groups, idOf)).toEqual([
    [
      { ...links, alsoIn: ['g3'], alsoInCount: 1 },
      { ...texts, alsoIn: [], alsoInCount: 0 },
    ],
    [],
    [{ ...links, shared: 5, alsoIn: ['g1'], alsoInCount: 1 }],
  ]);
});

test('one that reaches into many groups names the largest of them and counts the others', () => {
  const many = Array.from({ length: MOST_ALSO_IN + 30 }, () => ({ layerGroups: [links] }));
  const told = layerGroups(many, idOf).map(([layer]) => layer!);
  for (const [own, { alsoIn, alsoInCount }] of told.entries()) {
    const others = [...many.keys()].filter((group) => group !== own);
    expect(alsoIn).toEqual(others.slice(0, MOST_ALSO_IN).map(idOf));
    expect(alsoInCount).toBe(others.length);
  }
});
