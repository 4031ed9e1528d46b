// Main-thread work between two marks of a page, from the browser's trace. Times are the thread's own
// where the trace has them: what else runs on the machine does not count.

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing'];

const KINDS = {
  script: /^(EvaluateScript|EvaluateModule|v8\.|V8\.|FunctionCall|RunMicrotasks|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|XHR|MinorGC|MajorGC|BlinkGC|GCEvent|wasm|HandlePostMessage|ResourceReceiveResponse|ResourceReceivedData|ResourceFinish)/,
  // In one: with container queries the browser works out styles in the course of the layout.
  layout: /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet|Layout|InvalidateLayout|HitTest)/,
  paint: /^(PrePaint|Paint|Layerize|UpdateLayer|UpdateLayerTree|Commit|CompositeLayers|PaintImage)/,
};

const kindOf = (name) => Object.keys(KINDS).find((kind) => KINDS[kind].test(name));

/** Records until the returned function is called, which gives the events. */
export async function record(browser) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return events;
  };
}

export const mark = (page, name) => page.evaluate((name) => void performance.mark(name), name);

/** Milliseconds by kind between the marks `${name}:from` and `${name}:to`. */
export function work(events, name) {
  const at = (which) => events.find((event) => event.cat.includes('user_timing') && event.name === `${name}:${which}`);
  const [from, to] = [at('from'), at('to')];
  if (!from || !to) throw new Error(`The trace has no ${name}.`);
  const own = events
    .filter((event) => event.ph === 'X' && event.pid === from.pid && event.tid === from.tid && event.ts >= from.ts && event.ts < to.ts)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const sums = { script: 0, layout: 0, paint: 0 };
  const open = [];
  const close = (event) => {
    if (event.kind) sums[event.kind] += Math.max(0, event.length - event.inner) / 1000;
  };
  for (const { name: label, ts, dur = 0, tdur } of own) {
    while (open.length && open.at(-1).end <= ts) close(open.pop());
    const outer = open.at(-1);
    const length = tdur ?? dur;
    // What has no kind of its own is part of what it happens in.
    const kind = kindOf(label) ?? outer?.kind;
    if (outer) outer.inner += length;
    open.push({ kind, length, inner: 0, end: ts + dur });
  }
  while (open.length) close(open.pop());
  return { ...sums, main: sums.script + sums.layout + sums.paint };
}

/** Runs `act` between two marks; returns the work. */
export async function traced(browser, page, act) {
  const stop = await record(browser);
  await mark(page, 'measured:from');
  await act();
  await mark(page, 'measured:to');
  return work(await stop(), 'measured');
}

/** Rows of the result from samples of work of both pages. */
export function workRows(what, samples) {
  const row = (kind, key, target) => {
    const of = (name) => samples[name].map((sample) => sample[key]);
    return { what: `${what}, ${kind}`, unit: 'ms', console: of('console'), reference: of('reference'), target };
  };
  return [row('main thread', 'main', { ratio: 1.2 }), row('script', 'script', { ratio: 3 }), row('style and layout', 'layout'), row('paint', 'paint')];
}
