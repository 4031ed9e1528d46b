// axe over what is on screen, in both themes, at three widths.
import AxeBuilder from '@axe-core/playwright';
import { expect } from './demo.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the colors alone; everything else is the same in both themes. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
/** What the middle width can change: there are no elements that only it shows. */
const SIZE_RULES = ['target-size', 'scrollable-region-focusable', 'color-contrast'];
const RULES = {
  light: { 1440: null, 900: SIZE_RULES, 390: null },
  dark: { 1440: COLOR_RULES, 900: COLOR_RULES, 390: COLOR_RULES },
};

/**
 * Two consoles have the same sections, each inside a region of its own name; a frame leaves the main part to the page around.
 * Links in rows are looked at on the console's own page, in every theme.
 */
const EMBEDDED = { 'ringside-console': ['landmark-unique', 'link-in-text-block'], iframe: ['landmark-one-main'] };

/** Over what is new alone where the rest of the page has its own test: a modal dialog, a banner, a section. */
function axe(page, within, rules) {
  // What is in a frame of another origin is only reached the slower way.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(within !== 'iframe');
  const left = EMBEDDED[within] ?? [];
  if (rules) builder.withRules(rules.filter((rule) => !left.includes(rule)));
  else builder.withTags(TAGS).disableRules(left);
  // axe counts what lies under an open menu as its neighbors.
  if (!rules && typeof within === 'string' && within.includes(':popover-open')) builder.disableRules(['target-size']);
  return typeof within === 'string' ? builder.include(within) : builder;
}

/** Marks what is new of a screen whose other parts have a test of their own; axe takes seconds over a whole page. */
export async function only(...parts) {
  for (const part of parts) await part.evaluate((element) => element.setAttribute('data-looked-at', ''));
  return '[data-looked-at]';
}

const ALL = [1440, 900, 390].flatMap((width) => ['light', 'dark'].map((theme) => [width, theme]));
/** For what opens: it is the same at each width, but for its targets, and in each theme, but for its colors. */
export const BRIEFLY = [[1440, 'light'], [1440, 'dark'], [390, 'light']];

const system = (page) => (theme) => page.emulateMedia({ colorScheme: theme });

/** Finds nothing at any of the widths and themes; `inTheme` switches to one. */
export async function isAccessible(page, within, shown = ALL, inTheme = system(page)) {
  for (const [width, theme] of shown) {
    await page.setViewportSize({ width, height: 900 });
    await inTheme(theme);
    const { violations } = await axe(page, within, RULES[theme][width]).analyze();
    const said = violations.map((v) => `${width} px, ${theme}: ${v.id}: ${v.help}\n    ${v.nodes.slice(0, 4).map((node) => `${node.target} ${node.failureSummary.replace(/\s+/g, ' ')}`).join('\n    ')}`);
    expect.soft(said).toEqual([]);
  }
  await inTheme('light');
}
