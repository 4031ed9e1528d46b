// Every operation of the contract × every way to fail × first load, refresh and action. How an operator gets there
// is in endpoints.js, what must come of it in kinds.js; here is what the phases are.
import { expect, test } from '../e2e/demo.js';
import { drawOutOfSight } from '../e2e/on_screen.js';
import { withPicker } from '../e2e/picker.js';
import { keep } from './cells.js';
import { ACTIONS, READINGS } from './endpoints.js';
import { KINDS, documented, operations } from './kinds.js';
import { Screen } from './screen.js';

/** After so long of the page's clock a first answer is said to be slow, or is given up, a file's included. */
const SAYS_SLOW = 9_000;
const GIVES_UP = 61_000;

test('the matrix has every operation of the contract and every kind of the docs', () => {
  expect([...Object.keys(READINGS), ...Object.keys(ACTIONS)].sort()).toEqual(operations().sort());
  expect(KINDS.map(({ name }) => name).sort()).toEqual(documented().sort());
});

/** The IDs that addresses are made of; a retry only where one is looked at, for it changes its contacts. */
async function known(demo, { begins }) {
  const task = (await demo.snapshot('cmp_8f3k2q')).tasks.items[0].id;
  const record = (await demo.read('/records?job=job_77ae0&status=failed&outcome=ai_timeout&size=1')).items[0].id;
  return { task, record, retry: begins && (await begun(demo)) };
}

async function begun(demo) {
  demo.touched = true;
  const body = JSON.stringify({ selection: { job_id: 'job_77ae0', filter: { outcome: ['ai_timeout'] } }, sample_size: 10, reason: null });
  const answer = await fetch(new URL('api/retries', demo.address), { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'for-the-fault-matrix' }, body });
  const retry = await answer.json();
  if (!answer.ok) throw new Error(`No retry was begun: ${retry.detail}`);
  return retry.id;
}

const filled = (part, ids) => (typeof part === 'function' ? part(ids) : part);

/** All kinds, or those of them that are this row's turn: the next rows have the others. */
const SHARE = process.env.FAULTS === 'all' ? 1 : Number(process.env.FAULTS ?? 6);
let rows = 0;
function kindsOfRow() {
  rows += 1;
  return KINDS.filter((_, at) => at % SHARE === rows % SHARE);
}

/** After so long a page that says nothing at all has stopped. */
const TOO_LONG = 150_000;
class Frozen extends Error {}

/** A page that has stopped answers no question, so that no other limit would end the wait for it. */
function within(ms, work) {
  const over = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Frozen(`the page has stopped for ${ms / 1000} s`)), ms);
    work.finally(() => clearTimeout(timer)).catch(() => {});
  });
  return Promise.race([work, over]);
}

/** One operation in one phase: its kinds in turn, on one page. */
function row(operation, phase, of, cell) {
  const kinds = kindsOfRow();
  test(`${operation}: ${phase}`, async ({ page, demo }) => {
    test.setTimeout(1_200_000);
    const ids = await known(demo, of);
    const endpoint = { ...of, path: filled(of.path, ids), at: filled(of.at, ids) };
    const screen = new Screen(page, demo.address);
    await page.clock.install();
    await page.addInitScript(drawOutOfSight);
    if (of.file) await withPicker(page);
    await page.goto('/#/nowhere');
    await screen.open(endpoint.at);
    await screen.rested();
    const good = await screen.figures();
    expect(good.length, 'figures, or nothing could be lost').toBeGreaterThan(0);
    const wrong = [];
    let isFrozen = false;
    for (const kind of kinds) {
      // What comes after cannot be told: nothing is said of it, and the row is red.
      if (isFrozen) break;
      const told = { operation, phase, kind: kind.name };
      const why = of.not?.[kind.type] ?? of.not?.[kind.name] ?? UNSEEN[phase][kind.name];
      if (why) {
        keep({ ...told, why });
        continue;
      }
      await test.step(kind.name, async () => {
        const since = Date.now();
        try {
          await within(TOO_LONG, cell({ screen, demo, endpoint, kind, good, ids, sentence: kind[of.says ?? 'sentence'] ?? kind.sentence }));
          keep({ ...told, holds: true, ms: Date.now() - since });
        } catch (error) {
          const because = error.message.split('\n')[0];
          keep({ ...told, holds: false, because });
          wrong.push(`${kind.name}: ${because}`);
          isFrozen = error instanceof Frozen;
          if (isFrozen) return;
          await demo.control(phase === 'action' ? 'reset' : 'heal');
          if (phase === 'action' && of.begins) await begun(demo);
          await page.goto('/#/nowhere');
          await page.reload();
          screen.underWay.clear();
        }
      });
    }
    expect(wrong, 'cells that do not hold').toEqual([]);
  });
}

const LATE = 'like late, which takes longer';
const UNSEEN = {
  'first load': { slow: LATE },
  refresh: { late: 'like slow: nothing is said, what is on screen stays' },
  action: { slow: LATE, late: 'it does act, and says so when it has' },
};

const hostile = ({ name }) => ({ isHostile: name === 'hostile' });

/** Asks for the answer: by the address alone, or by what is pressed there. */
async function ask(screen, endpoint) {
  await screen.open(endpoint.at, endpoint);
  if (!endpoint.open) return;
  await screen.rested();
  await endpoint.open(screen.page);
}

/** Lets what is asked from now on fail. */
async function fail({ screen, demo, endpoint, kind }, { isAction = false } = {}) {
  const faults = [[endpoint.path, `${isAction ? 'refuse' : 'fault'}-${kind.name}`], ...(endpoint.spares ?? [])];
  for (const [path, fault] of faults) await demo.control(`fail?path=${path}&kind=${fault}`);
  screen.fails({ ...endpoint, isAction });
}

/** All is well again from now on. */
async function heal({ screen, demo, kind, sentence }) {
  await demo.control('heal');
  if (kind.type === 'timed' && sentence) await screen.givesUp(GIVES_UP);
}

/** Waits for what the kind must come to. */
async function comesTo({ screen, endpoint, kind, sentence }) {
  const told = [{ has: sentence }, `the sentence ${sentence}`];
  if (kind.name === 'late') {
    await screen.passes(SAYS_SLOW);
    const has = endpoint.waitsInSilence ? undefined : kind.meanwhile;
    await screen.until({ has, lacks: /did not (load|answer)|not reached|HTTP \d/ }, 'that it is late, but no failure');
  } else if (kind.type === 'timed' && sentence) {
    await screen.outlasts(GIVES_UP, ...told);
  } else if (sentence) {
    await screen.until(...told);
  } else {
    await screen.answered();
    // A page that asks by itself may be asking again by now.
    if (kind.name === 'slow') await screen.until({ rests: true }, kind.name);
    else await screen.rested(kind.name);
  }
  await screen.stands({ rest: endpoint.rest, ...hostile(kind) });
}

async function firstLoad({ screen, demo, endpoint, kind, good, sentence }) {
  await fail({ screen, demo, endpoint, kind });
  await ask(screen, endpoint);
  await comesTo({ screen, endpoint, kind, sentence });
  await heal({ screen, demo, kind, sentence });
  if (endpoint.file && kind.name !== '401') await closeFile(screen);
  if (sentence && (!endpoint.open || kind.name === '401')) await screen.goOn(endpoint, kind.name);
  await endpoint.leave?.(screen.page);
  if (endpoint.open) await ask(screen, endpoint);
  else if (!sentence) await screen.open(endpoint.at, endpoint);
  await screen.rested('healed');
  if (sentence) await screen.until({ lacks: sentence }, 'the failure’s end');
  await screen.regains(good, 'healed');
  if (endpoint.file) await closeFile(screen);
}

/** Gives the file up, or takes away what is said of it. */
const closeFile = (screen) => screen.page.getByRole('region', { name: 'File', exact: true }).getByRole('button', { name: /^(Cancel|Close)$/ }).click();

async function refresh({ screen, demo, endpoint, kind, good, sentence }) {
  await ask(screen, endpoint);
  await screen.rested();
  await screen.regains(good, 'before');
  await fail({ screen, demo, endpoint, kind });
  await endpoint.refresh(screen.page);
  if (kind.name === 'slow') {
    await screen.asked();
    await screen.keeps(good, 'meanwhile');
  }
  await comesTo({ screen, endpoint, kind, sentence });
  if (sentence) await screen.keeps(good, 'failed');
  await heal({ screen, demo, kind, sentence });
  if (sentence) await screen.goOn(endpoint, kind.name);
  else await endpoint.refresh(screen.page);
  await screen.rested('healed');
  if (sentence) await screen.until({ lacks: sentence }, 'the failure’s end');
  await screen.regains(good, 'healed');
}

/** Refused, nothing is done and the page is as before; pressed again when all is well, it is done once. */
async function action({ screen, demo, endpoint, kind, ids, sentence }) {
  await screen.open(endpoint.at);
  await screen.rested();
  const [before, figures] = [await endpoint.deeds(demo, ids), await screen.figures()];
  await endpoint.open?.(screen.page);
  await screen.rested();
  await fail({ screen, demo, endpoint, kind }, { isAction: true });
  screen.keys.clear();
  await endpoint.act(screen.page);
  await comesTo({ screen, endpoint, kind, sentence });
  const once = (what) => { if (screen.keys.size > 1) throw new Error(`${what}: asked under ${screen.keys.size} keys`); };
  once('refused');
  const after = await endpoint.deeds(demo, ids);
  if (after !== before) throw new Error(`something was done: ${before}, then ${after}`);
  await heal({ screen, demo, kind, sentence });
  if (!sentence) return;
  await screen.keeps(figures, 'refused');
  if (kind.name === '401') await screen.goOn(endpoint, kind.name);
  screen.keys.clear();
  await (endpoint.again ?? endpoint.act)(screen.page);
  await screen.rested('done');
  once('done');
  const done = await endpoint.deeds(demo, ids);
  if (done === before && !endpoint.isHarmless) throw new Error(`nothing was done once all was well: ${done}`);
  await demo.control('reset');
  if (endpoint.begins && (await begun(demo)) !== ids.retry) throw new Error('the retry has another ID now');
}

for (const [operation, of] of Object.entries(READINGS)) {
  row(operation, 'first load', of, firstLoad);
  if (of.refresh) row(operation, 'refresh', of, refresh);
}
for (const [operation, of] of Object.entries(ACTIONS)) row(operation, 'action', of, action);
