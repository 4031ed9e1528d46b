// What a refresh may write into the page: what has changed, and nothing else.
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

/** Takes down all that is written into the page from now on. Runs in the page. */
function startWriting() {
  let records = [];
  const observer = new MutationObserver((found) => (records = records.concat(found)));
  observer.observe(document.querySelector('[role=main]'), { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
  window.finishWriting = () => {
    records = records.concat(observer.takeRecords());
    observer.disconnect();
    const before = new Map();
    const attributes = records.filter(({ type, target }) => type === 'attributes' && target.isConnected);
    for (const { target, attributeName, oldValue } of attributes) {
      const of = before.get(target) ?? before.set(target, new Map()).get(target);
      if (!of.has(attributeName)) of.set(attributeName, oldValue);
    }
    const rewritten = [...before].flatMap(([target, of]) => {
      const row = target.closest('tbody tr');
      const same = [...of].filter(([name, old]) => target.getAttribute(name) === old);
      return row ? same.map(([name]) => `${name} in "${row.cells[0].textContent}"`) : [];
    });
    return { records: records.length, rewritten };
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
