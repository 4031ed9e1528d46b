// Colors as those see them who lack a primary: how far the tokens that stand side by side are from
// each other, in CIEDE2000. No two may be nearer than the limits here; those that are told by
// shape and word alone are listed, and appearance.spec.js sees to it that they have both.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { VISIONS, contrast, difference, seen } from './color_difference.js';

const sheet = readFileSync(new URL('../../style/tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries([...sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));

const THEMES = ['light', 'dark'];
const TONES = ['ok', 'warn', 'bad', 'live', 'wait', 'mute', 'accent'];
/** In order, works but limited, a person is needed: what an operator must not mix up. */
const JUDGING = ['ok', 'warn', 'bad'];
/** Parts of one bar or one stack of areas, as they come to lie side by side. */
const NEIGHBORS = [
  ['c1', 'c3'], ['c1', 'c4'], ['c3', 'c4'], ['c1', 'c-track'], ['c3', 'c-track'], ['c4', 'c-track'],
  ['c1', 'c2'], ['c2', 'c3'], ['c2', 'c4'], ['c4', 'c5'], ['c5', 'c-track'], ['c2', 'c-track'],
];

const LIMITS = { tonesInFull: 11, judging: 8, neighbors: 10, tones: 10 };

/** Tones that somebody may not tell apart by color: shape and word do it for them. */
const BY_SHAPE = [
  'accent/live', 'accent/wait', 'bad/ok', 'bad/warn', 'live/mute', 'live/ok', 'live/wait',
];

const pairs = (names) => names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
const apart = (one, other, theme, vision) => difference(seen(tokens[one][theme], vision), seen(tokens[other][theme], vision));

/** The nearest that each pair comes, of the themes and ways of seeing given. */
function nearest(names, visions = Object.keys(VISIONS)) {
  return names
    .map(([one, other]) => {
      const all = THEMES.flatMap((theme) => visions.map((vision) => ({ theme, vision, by: apart(one, other, theme, vision) })));
      return { pair: [one, other].sort().join('/'), ...all.sort((a, b) => a.by - b.by)[0] };
    })
    .sort((a, b) => a.by - b.by);
}

const told = ({ pair, theme, vision, by }) => `${pair} ${by.toFixed(1)} (${theme}, ${vision})`;
const below = (found, limit) => found.filter(({ by }) => by < limit).map(told);

test('the difference is that of the pairs published with the formula', () => {
  const published = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [one, other, by] of published) expect(difference(one, other)).toBeCloseTo(by, 4);
});

test('tones are told apart, and those that judge in every way of seeing', async ({}, testInfo) => {
  expect(below(nearest(pairs(TONES), ['full color vision']), LIMITS.tonesInFull)).toEqual([]);
  const judging = nearest(pairs(JUDGING));
  expect(below(judging, LIMITS.judging)).toEqual([]);
  const all = nearest(pairs(TONES));
  testInfo.annotations.push({ type: 'nearest tones', description: all.slice(0, 12).map(told).join('; ') });
  expect(all.filter(({ by }) => by < LIMITS.tones).map(({ pair }) => pair).sort()).toEqual(BY_SHAPE);
});

test('what lies side by side in a bar or a chart is told apart in every way of seeing', async ({}, testInfo) => {
  const found = nearest(NEIGHBORS);
  testInfo.annotations.push({ type: 'nearest series', description: found.slice(0, 6).map(told).join('; ') });
  expect(below(found, LIMITS.neighbors)).toEqual([]);
});

test('a tone is read on its tint and on every ground', () => {
  for (const theme of THEMES) {
    for (const tone of TONES) {
      for (const ground of ['surface', 'sunken', 'canvas', 'hover', `${tone}-bg`]) {
        expect(contrast(tokens[tone][theme], tokens[ground][theme]), `${tone} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});
