// What a refresh may write into the page: what has changed, and nothing else.
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

/** Takes down all that is written into the page from now on. Runs in the page. */
function startWriting() {
  let records = [];
  const observer = new MutationObserver((found) => (records = records.concat(found)));
  const main = document.querySelector('[role=main]');
  observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true, characterDataOldValue: true });
  const rowOf = (node) => (node.closest ? node : node.parentElement)?.closest('tbody tr') ?? null;
  const rows = new Map([...main.querySelectorAll('tbody tr')].map((row) => [row, row.outerHTML]));
  window.finishWriting = () => {
    records = records.concat(observer.takeRecords());
    observer.disconnect();
    const first = new Map();
    for (const { type, target, attributeName, oldValue } of records) {
      if (!rowOf(target)?.isConnected || type === 'childList') continue;
      const of = first.get(target) ?? first.set(target, new Map()).get(target);
      if (!of.has(attributeName)) of.set(attributeName, oldValue);
    }
    const now = (target, name) => (name === null ? target.data : target.getAttribute(name));
    const again = [...first].flatMap(([target, of]) =>
      [...of].filter(([name, old]) => now(target, name) === old).map(([name]) => `${name ?? 'text'} in "${rowOf(target).cells[0].textContent}"`),
    );
    // Rows that came, went or moved are the body's; a row that reads as it did has no new parts.
    const rebuilt = records.filter(({ type, target }) => type === 'childList' && rows.get(rowOf(target)) === rowOf(target)?.outerHTML && rowOf(target));
    return { records: records.length, rewritten: [...again, ...rebuilt.map(({ target }) => `parts of "${rowOf(target).cells[0].textContent}"`)] };
  };
}

for (const seconds of [15, 600]) {
  test(`a refresh after ${seconds} s writes nothing into a table that stays as it was`, async ({ page, demo }) => {
    const live = await new LivePage(page).openRunning('?size=200');
    await live.refreshed();
    await demo.advance(seconds);
    const updated = await live.updated.textContent();
    await page.evaluate(startWriting);
    await live.refresh.click();
    await expect(live.updated).not.toHaveText(updated);
    const { records, rewritten } = await page.evaluate(() => window.finishWriting());
    expect(records, 'something must change, or this proves nothing').toBeGreaterThan(10);
    expect(rewritten).toEqual([]);
  });
}
