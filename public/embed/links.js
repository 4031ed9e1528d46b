// Links inside a console: they lead to places in it, and never to another address of the page around.

/** What stands before a route in the address of a link, where the host names nothing else. */
const BASE = "#";

/** The link that a press goes to. */
const linkOf = (event) => event.composedPath().find((node) => node.localName === "a" && node.hasAttribute?.("href"));

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/**
 * Takes the presses of links to places in the console and calls `go` with the route. Where the host
 * has said what such an address is (`linkBase`), presses that mean another tab or window are the
 * browser's; without, there is nothing that it could open. The console takes only a base that can
 * stand in an address of the web: what its links really begin with decides.
 */
export function followLinks(root, linkBase, go) {
  let isTold = false;
  const press = (event) => {
    if (event.defaultPrevented || event.button > 1) return;
    const link = linkOf(event);
    const href = link?.getAttribute("href") ?? "";
    const base = [linkBase, BASE].find((base) => base !== undefined && href.startsWith(`${base}/`));
    if (base === undefined || link.hasAttribute("download")) return;
    if (linkBase !== undefined && base !== linkBase && !isTold) {
      isTold = true;
      console.warn(`<ringside-console> does not use the link-base "${linkBase}": it is no address of the web, no path from the root, and begins with neither # nor ?.`);
    }
    if (base === linkBase && !isPlain(event)) return;
    event.preventDefault();
    go(href.slice(base.length));
  };
  root.addEventListener("click", press);
  root.addEventListener("auxclick", press);
}
