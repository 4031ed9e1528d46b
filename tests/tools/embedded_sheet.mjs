// The style sheets for a shadow root, made from those of the page: every token --x may be set by
// the page around as --rs-x, nothing is left on :root, which a shadow root has none of, and no
// property that the console uses inside comes in from outside.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;
const LATER = '<!-- later:';
const COMMENT = /\/\*[\s\S]*?\*\//g;
const TOKEN = /(--[\w-]+)(\s*:\s*)([^;{}]+);/g;

/** The sheets of the page in their order: those of the first figures, and the others. */
export function sheetNames(root = ROOT) {
  const halves = readFileSync(path.join(root, 'index.html'), 'utf8').split(LATER);
  if (halves.length !== 2) throw new Error('index.html does not say which style sheets come later.');
  const [first, later] = halves.map((html) => [...html.matchAll(/href="(style\/[^"]+\.css)"/g)].map(([, name]) => name));
  return { first, later };
}

/** The tokens of a sheet with their values as written, in their order, without those of media queries. */
export function tokensOf(text) {
  const [plain] = text.replace(COMMENT, '').split('@media');
  return [...plain.matchAll(TOKEN)].map(([, name, , value]) => ({ name, value: value.replace(/\s+/g, ' ').trim() }));
}

/** The name under which the page around sets a token. */
export const hostName = (token) => token.replace(/^--/, '--rs-');

/** The tokens for a shadow root. What is said for those who want less motion is not for the page to undo. */
function embeddedTokens(text) {
  const [plain, ...media] = text.replace(COMMENT, '').split(/(?=@media)/);
  const open = plain.replace(TOKEN, (_, name, colon, value) => `${name}${colon}var(${hostName(name)}, ${value.trim()});`);
  return [open, ...media].join('').replaceAll(':root', '.ringside');
}

/** Properties that the sheets read and do not count as tokens: without this rule the page's own could come in. */
function shut(sheets, tokens) {
  const used = new Set(sheets.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)));
  const inner = [...used].filter((name) => !tokens.has(name) && !name.startsWith('--rs-')).sort();
  return `@layer tokens {\n  .ringside {\n${inner.map((name) => `    ${name}: initial;\n`).join('')}  }\n}\n`;
}

/**
 * The two sheets of the custom element as text: what is needed for the first figures, and the
 * rest. `root` is the folder of index.html and style/.
 */
export function embeddedSheets(root = ROOT) {
  const names = sheetNames(root);
  const read = (name) => readFileSync(path.join(root, name), 'utf8');
  const [tokens, ...plain] = names.first;
  if (path.basename(tokens) !== 'tokens.css') throw new Error('The tokens must be the first style sheet.');
  const known = new Set(tokensOf(read(tokens)).map(({ name }) => name));
  const first = plain.map(read);
  const later = names.later.map(read);
  const own = read('style/embedded.css');
  return {
    first: [own, embeddedTokens(read(tokens)), shut([...first, ...later, own], known), ...first].join('\n'),
    later: later.join('\n'),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { first, later } = embeddedSheets();
  process.stdout.write(process.argv[2] === 'later' ? later : first);
}
