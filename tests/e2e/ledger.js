// Keeps books, from before anything else runs in a page, of what a script can leave behind there:
// listeners outside of elements, observers, timers, frames asked for, requests, blobs, memory.

/** Runs in the page, before its own scripts; `window.ledger` tells. */
export function ledger() {
  const ids = new WeakMap();
  let last = 0;
  const id = (thing) => {
    if (thing === null || thing === undefined) return 'none';
    if (!ids.has(thing)) ids.set(thing, (last += 1));
    return ids.get(thing);
  };
  const open = { listeners: new Map(), observers: new Map(), timeouts: new Set(), intervals: new Set(), frames: new Set(), requests: 0, blobs: new Set() };

  /** Only what outlives an element; the browser itself counts the listeners on elements. */
  const kind = (target) => {
    if (target === null || target === undefined || target === window) return 'window';
    if (target === document) return 'document';
    if (target === document.documentElement) return 'html';
    if (target === document.body) return 'body';
    const name = Object.prototype.toString.call(target).slice(8, -1);
    return target instanceof Node || name === 'XMLHttpRequest' || name === 'AbortSignal' ? null : name;
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const key = (target, type, callback, options) => `${kind(target)} ${type} #${id(target ?? window)}.${id(callback)}.${Boolean(options?.capture ?? options === true)}`;
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    if (callback && kind(this) && !options?.once) {
      const named = key(this, type, callback, options);
      open.listeners.set(named, `${kind(this)} ${type}`);
      if (options?.signal) add.call(options.signal, 'abort', () => open.listeners.delete(named));
    }
    return add.call(this, type, callback, options);
  };
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    if (callback && kind(this)) open.listeners.delete(key(this, type, callback, options));
    return remove.call(this, type, callback, options);
  };

  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver', 'PerformanceObserver']) {
    const Native = window[name];
    window[name] = class extends Native {
      observe(...all) {
        open.observers.set(id(this), name);
        return super.observe(...all);
      }
      disconnect() {
        open.observers.delete(id(this));
        return super.disconnect();
      }
    };
    Object.defineProperty(window[name], 'name', { value: name });
  }

  const timed = (set, ask, forget, isOnce) => {
    const [native, cancel] = [window[ask], window[forget]];
    window[ask] = (callback, ...rest) => {
      const handle = native((...all) => {
        if (isOnce) open[set].delete(handle);
        return typeof callback === 'function' ? callback(...all) : undefined;
      }, ...rest);
      open[set].add(handle);
      return handle;
    };
    window[forget] = (handle) => {
      open[set].delete(handle);
      return cancel(handle);
    };
  };
  timed('timeouts', 'setTimeout', 'clearTimeout', true);
  timed('intervals', 'setInterval', 'clearInterval', false);
  timed('frames', 'requestAnimationFrame', 'cancelAnimationFrame', true);

  const ask = window.fetch;
  window.fetch = async (...all) => {
    open.requests += 1;
    try {
      return await ask(...all);
    } finally {
      open.requests -= 1;
    }
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    open.blobs.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    open.blobs.delete(url);
    return revokeObjectURL.call(URL, url);
  };

  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const native = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await native.apply(WebAssembly, all);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) memories.add(memory);
      return made;
    };
  }

  const before = { window: Object.getOwnPropertyNames(window), document: Object.getOwnPropertyNames(document) };
  window.ledger = {
    /** What is open now, as counts; listeners and observers by kind, too. */
    figures: () => ({
      listeners: [...open.listeners.values()].sort(),
      observers: [...open.observers.values()].sort(),
      timeouts: open.timeouts.size,
      intervals: open.intervals.size,
      frames: open.frames.size,
      requests: open.requests,
      blobs: open.blobs.size,
    }),
    /** Bytes of the modules' memories. */
    memory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    modules: () => memories.size,
    /** Names that came to `window` and `document` since. */
    globals: () => ['window', 'document'].flatMap((name) => Object.getOwnPropertyNames(globalThis[name]).filter((own) => own !== 'ledger' && !before[name].includes(own)).map((own) => `${name}.${own}`)),
  };
}
