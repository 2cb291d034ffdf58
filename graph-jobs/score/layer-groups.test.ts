import type { LayerOverlap } from '#domain/layer-group.js';
import { layerGroups } from './layer-groups.js';

const links: LayerOverlap = { behaviour: 'CO_LINK', number: 1, size: 9, shared: 4, relation: 'OVERLAPPING' };
const texts: LayerOverlap = { behaviour: 'CO_TEXT', number: 1, size: 3, shared: 3, relation: 'WITHIN' };

test('each says in which other groups it reaches; another of the same number is of another behaviour', () => {
  const groups = [{ layerGroups: [links, texts] }, { layerGroups: [] }, { layerGroups: [{ ...links, shared: 5 }] }];
  expect(layerGroups(groups, (group) => `g${group + 1}`)).toEqual([
    [
      { ...links, alsoIn: ['g3'] },
      { ...texts, alsoIn: [] },
    ],
    [],
    [{ ...links, shared: 5, alsoIn: ['g1'] }],
  ]);
});
