// How many texts a refresh changed, and how many text nodes it touched to do so.
// A row that only moves is not touched. The age label and the polite live region are left
// out: they change by themselves. So are the letters inside a chart's picture, which is drawn anew as one.

/** Runs in the page: remembers every text by where it stands and watches what is touched. */
export function startCounting() {
  const ownClock = (node) => /\bago\b|^just now$/.test(node.data) || node.parentElement?.closest('[aria-live], [role=status], .chart-picture');

  // A text's place: the row it belongs to by the row's own name, else its path of tags.
  const placeOf = (node) => {
    const steps = [[...node.parentNode.childNodes].indexOf(node)];
    for (let element = node.parentElement; element && element !== document.body; element = element.parentElement) {
      if (element.tagName === 'TR') {
        steps.unshift(element.cells[0]?.textContent ?? '');
        element = element.closest('table');
      }
      steps.unshift([...element.parentNode.children].indexOf(element));
    }
    return steps.join('/');
  };

  const texts = () => {
    const found = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !ownClock(node) && !node.parentElement.closest('script, style')) found.set(placeOf(node), node.data);
    }
    return found;
  };

  const textsWithin = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };

  const before = texts();
  const there = new Set(textsWithin(document.body));
  const touched = new Set();
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') touched.add(record.target);
      for (const added of record.addedNodes) for (const text of textsWithin(added)) if (!there.has(text)) touched.add(text);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });

  window.finishCounting = () => {
    observer.disconnect();
    const after = texts();
    const changed = [...after].filter(([place, text]) => before.get(place) !== text).map(([, text]) => text);
    const nodes = [...touched].filter((node) => node.isConnected && node.data.trim() && !ownClock(node)).map((node) => node.data);
    return { changed, touched: nodes };
  };
}

/** What is in the first list oftener than in the second. */
export function surplus(touched, changed) {
  const left = [...changed];
  return touched.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
