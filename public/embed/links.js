// Links inside a console: they lead to places in it, and never to another address of the page around.

/** What stands before a route in the address of a link, where the host names nothing else. */
const BASE = "#";

/** The route that a link leads to, if it leads to a place in the console. */
function routeIn(event, base) {
  const link = event.composedPath().find((node) => node.localName === "a" && node.hasAttribute?.("href"));
  const href = link?.getAttribute("href") ?? "";
  return href.startsWith(`${base}/`) && !link.hasAttribute("download") ? href.slice(base.length) : null;
}

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/**
 * Takes the presses of links to places in the console and calls `go` with the route. Where the host
 * has said what such an address is (`linkBase`), presses that mean another tab or window are the
 * browser's; without, there is nothing that it could open.
 */
export function followLinks(root, linkBase, go) {
  const base = linkBase ?? BASE;
  const press = (event) => {
    const route = event.defaultPrevented || event.button > 1 ? null : routeIn(event, base);
    if (route === null || (linkBase !== undefined && !isPlain(event))) return;
    event.preventDefault();
    go(route);
  };
  root.addEventListener("click", press);
  root.addEventListener("auxclick", press);
}
