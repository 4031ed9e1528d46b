// What is lost or unreadable on a page as it is laid out now: text past the edge, text that
// something cuts off, text over other text, a page that scrolls sideways. Runs in the page.

/**
 * What is wrong, told with the text that it is about. On paper nothing can be scrolled to; on
 * screen what a table, a code block or a chart's list holds may scroll inside itself.
 */
export function stickingOut({ isPaper = false, root = document } = {}) {
  const found = new Set();
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  if (wide > width + 1) found.add(`the page is ${wide} px wide in ${width}`);

  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? (styles.set(element, getComputedStyle(element)), styles.get(element));
  const parentOf = (element) => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  const chain = (element) => {
    const all = [];
    for (let at = element; at; at = parentOf(at)) all.push(at);
    return all;
  };
  const named = (element) => {
    const kind = element.classList?.[0] ?? element.parentElement?.classList?.[0] ?? '';
    return `${element.tagName.toLowerCase()}.${kind} “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
  };

  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.visually-hidden, svg, .skip, [inert]');
  /** What lies over the rest of the page: texts are only compared with those of the same. */
  const sheetOf = (element) => chain(element).find((each) => ['fixed', 'sticky'].includes(styleOf(each).position) || each.matches('dialog, [popover]'));

  const AWAY = 'scrolled away';

  /** What an ancestor does with what does not fit into it. */
  function cutOf(element, rect) {
    for (const each of chain(element)) {
      const { overflowX, overflowY, position, textOverflow } = styleOf(each);
      const box = each.getBoundingClientRect();
      const [x, y] = [rect.left < box.left - 2 || rect.right > box.right + 2, rect.top < box.top - 3 || rect.bottom > box.bottom + 3];
      const scrolls = (overflow) => ['auto', 'scroll'].includes(overflow);
      const cuts = (overflow) => ['hidden', 'clip'].includes(overflow) || (isPaper && scrolls(overflow));
      if (((x && scrolls(overflowX)) || (y && scrolls(overflowY))) && !isPaper) return AWAY;
      if ((x && cuts(overflowX)) || (y && cuts(overflowY))) {
        // An ellipsis says that there is more; what it is must be told some other way: by a title, by
        // what opens, or by the heading that the last crumb repeats.
        const isTold = chain(element).slice(0, 6).some((at) => at.title || at.matches?.('[aria-describedby], [aria-haspopup], a, [data-row], .crumbs'));
        return textOverflow === 'ellipsis' && isTold && !isPaper ? AWAY : `cut off by ${each.tagName.toLowerCase()}.${each.classList[0] ?? ''}`;
      }
      if (position === 'fixed' || each.matches(':popover-open, dialog')) break;
    }
    if (rect.right > width + 2 || rect.left < -2) return `past the edge (${Math.round(rect.left)} to ${Math.round(rect.right)} of ${width})`;
    return null;
  }

  const boxes = [];
  const visit = (tree) => {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.shadowRoot) visit(node.shadowRoot);
      const element = node.parentElement;
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim() || !element || element.closest('script, style, noscript, option') || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        const cut = cutOf(element, rect);
        if (cut && cut !== AWAY) found.add(`${named(element)}: ${cut}`);
        else if (!cut) boxes.push({ element, sheet: sheetOf(element), left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
      }
    }
  };
  visit(root === document ? document.body : root);

  boxes.sort((one, other) => one.top - other.top);
  for (let at = 0; at < boxes.length; at += 1) {
    const one = boxes[at];
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 4; next += 1) {
      const other = boxes[next];
      if (one.sheet !== other.sheet || one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const [x, y] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
      if (x > 3 && y > 4) found.add(`${named(one.element)} lies over ${named(other.element)}`);
    }
  }
  return [...found];
}

/** Makes every word longer by about two fifths and strange, as another language would. Runs in the page. */
export function lengthen() {
  const strange = { a: 'ä', e: 'é', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', c: 'ç', s: 'š', y: 'ÿ', A: 'Å', E: 'É', I: 'Ï', O: 'Ö', U: 'Ü', S: 'Š' };
  const longer = (word) => {
    const odd = [...word].map((letter) => strange[letter] ?? letter).join('');
    return word.length < 3 ? odd : odd + [...odd].reverse().join('').slice(0, Math.ceil(word.length * 0.4)).toLowerCase();
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // IDs, codes, JSON and figures are the same in any language.
    if (!node.data.trim() || node.parentElement.closest('script, style, code, pre, kbd, time, svg, .code, .copy-text')) continue;
    const text = node.data.replace(/(?<![\p{L}\p{N}_#+.:/-])\p{L}{2,}(?![\p{N}_:/-])/gu, longer);
    if (text !== node.data) {
      node.data = text;
      count += 1;
    }
  }
  return count;
}
