// What a page may leave behind when something on it goes: observers, and listeners on what
// outlives it.

/** Counts them in `window.left`. Runs in the page, before any of its scripts. */
export function countLeftBehind() {
  const left = (window.left = { observers: 0, listeners: 0 });
  for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver']) {
    const { observe, disconnect } = window[name].prototype;
    const watching = new WeakSet();
    window[name].prototype.observe = function (...targets) {
      if (!watching.has(this)) left.observers += 1;
      watching.add(this);
      return observe.apply(this, targets);
    };
    window[name].prototype.disconnect = function () {
      if (watching.delete(this)) left.observers -= 1;
      return disconnect.call(this);
    };
  }
  // Listeners on what outlives the chart; those on its own elements go with them.
  const outlives = (target) => target === window || target === document || target instanceof MediaQueryList;
  for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const own = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...told) {
      if (outlives(this) && told[0] !== 'securitypolicyviolation') left.listeners += step;
      return own.apply(this, told);
    };
  }
}
