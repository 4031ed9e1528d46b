// Throws odd input at what the page runs before the module has arrived, and at the rules for origins
// and policies:  node tests/fuzz/pages.mjs [SECONDS] [SEED] [TARGET]
import { readFileSync } from 'node:fs';
import { askFirst, isBase } from '../../public/early.js';
import { firstFigures } from '../../public/first_figures.mjs';
import { contentSecurityPolicy } from '../../public/hosts/parts/policy.mjs';
import { isOrigin } from '../../public/hosts/parts/origin.mjs';

const [seconds = 1, seed = 1] = process.argv.slice(2, 4).map(Number);
const root = new URL('../../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

let state = seed >>> 0;
/** The same numbers for the same seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (end) => Math.floor(random() * end);
const pick = (from) => from[below(from.length)];

const ODD = [null, undefined, true, false, 0, -0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, NaN, Infinity, '', '0', 'NaN', '\ud800', '\u202etuo', '__proto__', 'x'.repeat(9999), [], {}, [null], { a: [] }, 'USD', 'EUR', 'xx', '12', 'running', 'draft'];
const PIECES = ['http', 'https', 'javascript', 'data', ':', '//', '/', '\\', '@', '*', ';', '$', "'", '"', ' ', '\n', '\t', '\u00a0', '\u202e', '%2e', '..', '.', '?', '#', ',', '[::1]', ':443', ':80', ':8080', ':99999', 'a.example', 'A.EXAMPLE', 'xn--nxasmq6b', 'ä.example', '127.1', '0x7f', 'none', 'self', 'default-src'];

/** A text of such pieces: a web address as often as not. */
function text() {
  const pieces = Array.from({ length: below(7) }, () => pick(PIECES));
  return (random() < 0.5 ? pick(['https://', 'http://']) : '') + pieces.join('');
}

/** The same, with other values in some places. */
function changed(value, chance = 0.04) {
  if (random() < chance) return random() < 0.3 ? text() : pick(ODD);
  if (Array.isArray(value)) return value.map((item) => changed(item, chance));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, member]) => [random() < chance / 2 ? pick(['status', 'total', 'constructor', '']) : name, changed(member, chance)]);
  return Object.fromEntries(members.filter(() => random() > chance / 2));
}

function hold(holds, what) {
  if (!holds) throw new Error(what());
}

const snapshots = ['tests/design/running_at_pool_limit.json', 'tests/design/paused_by_breaker.json'].map(json);
const plain = { campaign: { status: 'running' }, counts: { total: 3, by_status: { completed: 1, pending: 2 } }, attempts: { finished: 40, answered: 20, completed: 1, talk_seconds: 61 }, cost: { total: { amount: 1.5, currency: 'USD' } }, goal: { reached: 1, target: 4 } };

/** Whatever the snapshot is: no figures, or nine at most that are written out, and each of them plain. */
function figures_early() {
  const snapshot = changed(pick([plain, plain, ...snapshots]));
  const tiles = firstFigures(snapshot, pick([undefined, '', 'de-DE', 'en-US', 'x', '\u202e', 'ar-EG']));
  if (tiles === null) return 'nothing';
  hold([8, 9].includes(tiles.length), () => `${tiles.length} tiles`);
  for (const [label, figure] of tiles) {
    hold(typeof label === 'string' && typeof figure === 'string' && figure !== '', () => `${label}: ${figure}`);
    hold(!/NaN|∞|undefined|null|Infinity|e\+|-/.test(figure), () => `${label}: ${figure} of ${JSON.stringify(snapshot)}`);
  }
  const tasks = Object.values(snapshot.counts.by_status).reduce((sum, count) => sum + count, 0);
  hold(tasks === snapshot.counts.total, () => 'the tasks do not add up');
  return 'painted';
}

/** An origin is one for the browser too, and stays a single source of a policy. */
function origins() {
  const origin = random() < 0.1 ? pick(ODD) : text();
  if (!isOrigin(origin)) return 'none';
  const url = new URL(origin);
  hold(url.origin === origin && !url.username && url.search === '' && url.hash === '', () => origin);
  const directives = contentSecurityPolicy('frame', { embedders: [origin] }).split('; ');
  const usual = contentSecurityPolicy('frame').split('; ');
  hold(directives.length === usual.length, () => `${origin} adds to the policy`);
  const framed = directives.filter((directive) => directive.startsWith('frame-ancestors'));
  hold(framed.length === 1 && framed[0] === `frame-ancestors ${origin}`, () => `${framed}`);
  return 'origin';
}

/** What is asked for first goes to the API of the settings and nowhere else. */
function addresses() {
  const asked = [];
  globalThis.fetch = (url) => {
    asked.push(url);
    return Promise.reject(new Error('no network'));
  };
  const base = text();
  const settings = random() < 0.3 ? changed({ apiBase: 'api', auth: { mode: 'cookie' } }, 0.3) : { apiBase: base };
  const route = pick(['', '/', '/campaigns', '/calls', '/campaigns/', '/campaigns/c1', `/campaigns/${text()}`, text()]);
  if (settings === null || typeof settings !== 'object' || settings.auth === null) return 'none';
  askFirst(settings, route, undefined, new AbortController().signal)('');
  if (asked.length === 0) return 'none';
  // The browser refuses what is no address at all.
  if (!URL.canParse(asked[0], 'https://console.example/')) return 'refused';
  const api = new URL(`${(settings.apiBase ?? 'api').replace(/\/+$/, '')}/`, 'https://console.example/');
  const url = new URL(asked[0], 'https://console.example/');
  hold(isBase(settings.apiBase ?? 'api'), () => `${asked[0]} is asked`);
  hold(url.origin === api.origin && !url.username && /^https?:$/.test(url.protocol), () => `${asked[0]} leaves ${api.origin}`);
  hold(url.pathname.startsWith(api.pathname), () => `${asked[0]} climbs out of ${api.href}`);
  return 'asked';
}

const told = {};
for (const target of [figures_early, origins, addresses].filter(({ name }) => name === (process.argv[4] ?? name))) {
  const came = {};
  const start = performance.now();
  let inputs = 0;
  let slowest = 0;
  while (performance.now() - start < seconds * 1000) {
    const before = performance.now();
    const cause = state;
    try {
      const word = target();
      came[word] = (came[word] ?? 0) + 1;
    } catch (error) {
      console.error(`${target.name}: WRONG with the seed ${cause}: ${error.message}`);
      process.exit(1);
    }
    slowest = Math.max(slowest, performance.now() - before);
    inputs += 1;
  }
  hold(Object.keys(came).length > 1, () => `${target.name} only ever says ${Object.keys(came)}`);
  told[target.name] = `${inputs} inputs in ${Math.round((performance.now() - start) / 1000)} s, slowest ${slowest.toFixed(0)} ms: ${Object.entries(came).map(([word, count]) => `${count} ${word}`).join(', ')}`;
}
for (const [name, line] of Object.entries(told)) console.log(`${name}: ${line}`);
console.log(`\n${Object.keys(told).length} passed, 0 failed`);
