// What this portal does at the document, as portals do: its links without a load, keys of its own,
// and scroll positions that it keeps by itself.

/** Leads clicks on links of this portal to its router, wherever on the page they are. */
export function interceptLinks(base, navigate) {
  const clicked = (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    event.preventDefault();
    navigate(link.href.slice(location.origin.length).replace(base, '') || '/');
  };
  document.addEventListener('click', clicked);
  return () => document.removeEventListener('click', clicked);
}

/** Hears the portal's own keys: all but those that go into a field. */
export function hearKeys(heard) {
  const pressed = (event) => {
    const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
    if (event.defaultPrevented || isField || event.ctrlKey || event.metaKey || event.altKey) return;
    if (['j', 'k', 'r', '/', 'Escape'].includes(event.key)) heard(event.key);
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

const places = new Map();

/** Keeps where each entry of the history was scrolled to. */
export function keepPlace(key) {
  const scrolled = () => places.set(key, scrollY);
  addEventListener('scroll', scrolled, { passive: true });
  return () => removeEventListener('scroll', scrolled);
}

export const placeOf = (key) => places.get(key) ?? 0;
