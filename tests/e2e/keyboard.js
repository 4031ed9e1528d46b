// Somebody who has a keyboard and nothing else: every press is followed by a look at where the
// focus is. It must be seen (WCAG 2.4.7, 1.4.11), not be hidden under what sticks (2.4.11), and
// never fall back to the page as a whole.
import { expect } from './demo.js';

/** What can be seen of the focus now. Runs in the page. */
function lookAtFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const isLost = !element || element === document.body || element === document.documentElement;
  if (isLost) return { isLost, name: 'the page' };
  window.__stops ??= new WeakMap();
  window.__stop ??= 0;
  if (!window.__stops.has(element)) window.__stops.set(element, (window.__stop += 1));

  const parentOf = (node) => node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);
  const label = (element.getAttribute('aria-label') ?? (element.labels?.[0]?.textContent || element.textContent) ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const name = `${element.getAttribute('role') ?? element.tagName.toLowerCase()} “${label}”`;

  // A radio is often drawn, and ringed, by its label.
  const isBare = element.matches('input') && getComputedStyle(element).outlineStyle === 'none';
  const frame = isBare ? element.closest('label') ?? element : element;
  const style = getComputedStyle(frame);
  const box = frame.getBoundingClientRect();

  const canvas = (window.__canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true }));
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = rgba(color).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (from) => {
    for (let at = from; at; at = parentOf(at)) {
      const color = getComputedStyle(at).backgroundColor;
      if (rgba(color)[3] > 250) return color;
    }
    return 'white';
  };
  const offset = parseFloat(style.outlineOffset);
  const behind = ground(offset < 0 ? frame : parentOf(frame) ?? frame);
  const [dark, bright] = [light(style.outlineColor), light(behind)].sort((a, b) => a - b);
  const ring = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);

  const clip = { left: Math.max(0, box.left), right: Math.min(innerWidth, box.right), top: Math.max(0, box.top), bottom: Math.min(innerHeight, box.bottom) };
  const inset = 2;
  const points = [
    [(clip.left + clip.right) / 2, (clip.top + clip.bottom) / 2],
    [clip.left + inset, clip.top + inset], [clip.right - inset, clip.top + inset],
    [clip.left + inset, clip.bottom - inset], [clip.right - inset, clip.bottom - inset],
  ];
  const at = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y)) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const isWithin = (hit) => {
    for (let node = hit; node; node = parentOf(node)) if (node === frame) return true;
    return Boolean(hit?.contains(frame));
  };
  // Text that comes near, as a label whose target is larger than its line, hides nothing.
  const hides = (hit) => {
    for (let node = hit; node && !node.contains(frame); node = parentOf(node)) {
      const { position, backgroundColor } = getComputedStyle(node);
      if (['fixed', 'sticky'].includes(position) || rgba(backgroundColor)[3] > 100) return true;
    }
    return false;
  };
  const over = points.map(([x, y]) => at(x, y)).filter((hit) => hit && !isWithin(hit) && hides(hit));
  const onScreen = clip.right - clip.left > 0 && clip.bottom - clip.top > 0;
  const isWhole = box.height > innerHeight * 0.6 || (box.top >= -1 && box.bottom <= innerHeight + 1);
  return {
    isLost,
    id: window.__stops.get(element),
    name,
    ring,
    contrast: (bright + 0.05) / (dark + 0.05),
    isTarget: element.tabIndex < 0,
    isSeen: onScreen,
    isWhole,
    hidden: over.map((hit) => `${hit.tagName.toLowerCase()}.${hit.classList?.[0] ?? ''}`),
    isCovered: !onScreen || over.length === points.length,
    box: { left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY },
    region: frame.closest('[role=dialog], dialog, [popover], nav, header, [role=banner], main, [role=main], .main')?.className ?? '',
    section: frame.closest('section, [role=region], table, tr')?.getAttribute('aria-label') ?? '',
  };
}

/** What is wrong with a stop. */
export function faults(stop) {
  if (stop.isLost) return ['the focus is lost'];
  const said = [];
  // A whole screen or drawer that is only gone to, not stopped at, is no control.
  if (stop.ring < 2 && !stop.isTarget) said.push(`${stop.name}: no ring (${stop.ring} px)`);
  if (stop.ring >= 2 && stop.contrast < 3) said.push(`${stop.name}: ring of ${stop.contrast.toFixed(2)} : 1`);
  if (stop.isCovered) said.push(`${stop.name}: not to be seen, under ${stop.hidden.join(', ') || 'the edge'}`);
  else if (stop.hidden.length > 0) said.push(`${stop.name}: partly under ${stop.hidden.join(', ')}`);
  return said;
}

export class Keyboard {
  constructor(page) {
    this.page = page;
    this.pressed = 0;
  }

  focus() {
    return this.page.evaluate(lookAtFocus);
  }

  /** Presses a key that moves the focus or acts where it is, and looks where it is then. */
  async press(key) {
    this.pressed += 1;
    await this.page.keyboard.press(key);
    return this.focus();
  }

  /** Goes on with a key until the wanted element has the focus; every stop on the way must be right. */
  async goTo(wanted, key = 'Tab', most = 200) {
    await expect(wanted).toBeAttached();
    const isThere = () => wanted.evaluate((element) => element === element.getRootNode().activeElement);
    for (let presses = 0; presses <= most; presses += 1) {
      if (await isThere()) return this;
      const stop = await this.press(key);
      // Past the last stop the focus is with the browser, and comes back from there.
      if (!stop.isLost) expect(faults(stop), `${key} toward ${wanted}`).toEqual([]);
    }
    throw new Error(`${key} never reached ${wanted}`);
  }

  back(wanted, most) {
    return this.goTo(wanted, 'Shift+Tab', most);
  }

  /** Presses what has the focus, which must be the wanted element. */
  async use(wanted, key = 'Enter') {
    await this.goTo(wanted);
    await this.page.keyboard.press(key);
    this.pressed += 1;
  }

  /** Waits until the focus is on something right, as after a dialog has closed. */
  async isOn(wanted) {
    await expect(wanted).toBeFocused();
    const stop = await this.focus();
    expect(faults(stop), 'where the focus is').toEqual([]);
  }

  /** Every stop of the page in the order of Tab, from the first to where it leaves the page. */
  async allStops(most = 400) {
    const stops = [];
    for (let presses = 0; presses < most; presses += 1) {
      const stop = await this.press('Tab');
      if (stop.isLost || (stops.length > 0 && stop.id === stops[0].id)) return stops;
      stops.push(stop);
    }
    throw new Error(`Tab did not come around in ${most} presses: ${stops.at(-1).name}`);
  }
}
