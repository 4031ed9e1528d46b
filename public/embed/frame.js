// For the page around an iframe with embed.html: connects to it, and stands for the console in it.
// docs/embedding-iframe.md describes it.
import { EVENTS, NAMES, VERSION, isObject, isText, listen, mayBe } from "./channel.js";

/** Connects to the console in an iframe. Nothing is sent to any other origin than `origin`. */
export function connectFrame(iframe, options = {}) {
  return new FrameConnection(iframe, options);
}

class FrameConnection extends EventTarget {
  #iframe;
  #origin;
  #said = {};
  #route = null;
  #fetchToken;
  #onEvent;
  #autoHeight;
  #port = null;
  #offered = new Set();
  #connect = () => this.#offer();

  constructor(iframe, { origin, fetchToken, onEvent, autoHeight = false, ...said } = {}) {
    super();
    this.#iframe = iframe;
    this.#origin = new URL(origin ?? iframe.src, document.baseURI).origin;
    if (this.#origin === "null") throw new TypeError("The console's page must have an origin.");
    this.#fetchToken = fetchToken;
    this.#onEvent = onEvent;
    this.#autoHeight = autoHeight;
    for (const [name, value] of Object.entries(said)) this.#keep(name, value);
    iframe.addEventListener("load", this.#connect);
    if (this.#isThere()) this.#offer();
  }

  /** Asks again for everything on screen. */
  refresh() {
    this.#send({ type: "refresh" });
  }

  /** Goes to a route, such as `/campaigns/cmp_8f3k2q`. */
  navigate(route) {
    if (!isText(route)) throw new TypeError(`A route cannot be this ${typeof route}.`);
    this.#route = route;
    this.#send({ type: "navigate", route });
  }

  /** Changes one of the options that the connection was made with; `null` takes it back. */
  set(name, value) {
    this.#keep(name, value);
    this.#send({ type: "set", name, value: this.#said[name] });
    if (name === "route") this.#route = null;
    if (name !== "campaignId" || this.#said.route) return;
    // Where it was is what a reloaded page began with, and a route says more than a campaign.
    this.#route = null;
    this.#send({ type: "set", name: "route", value: null });
  }

  /** Ends the connection. The console stays as it is until the iframe goes. */
  close() {
    this.#iframe.removeEventListener("load", this.#connect);
    this.#port?.close();
    for (const port of this.#offered) port.close();
    this.#port = null;
    this.#offered.clear();
  }

  #keep(name, value = null) {
    if (!NAMES.includes(name)) throw new TypeError(`${name} is no option of a console. Options are ${NAMES.join(", ")}.`);
    if (!mayBe(name, value)) throw new TypeError(`${name} cannot be this ${typeof value}.`);
    this.#said[name] = value;
  }

  /** Whether the frame holds a page already. Of another origin's nothing can be seen, which says so. */
  #isThere() {
    const page = this.#iframe.contentDocument;
    return page === null ? this.#iframe.contentWindow !== null : page.readyState === "complete" && page.location.origin === this.#origin;
  }

  // The page may not listen yet, or have been reloaded: each time it has loaded it is offered a
  // port anew, and takes one. The one that it speaks on is ours.
  #offer() {
    const { port1, port2 } = new MessageChannel();
    this.#offered.add(port1);
    const heard = (work) => (message) => {
      this.#choose(port1);
      work(message);
    };
    const told = EVENTS.map((type) => [type, heard(({ detail }) => isObject(detail) && this.#tell(type, detail))]);
    listen(port1, {
      ...Object.fromEntries(told),
      height: heard(({ height }) => Number.isFinite(height) && height >= 0 && this.#grow(height)),
      "token-wanted": heard(({ id, reason }) => this.#answer(port1, id, reason)),
    });
    const said = Object.fromEntries(Object.entries({ ...this.#said, route: this.#route ?? this.#said.route ?? null }).filter(([, value]) => value !== null));
    const greeting = { ringside: "connect", version: VERSION, tokens: typeof this.#fetchToken === "function", ...said };
    this.#iframe.contentWindow?.postMessage(greeting, this.#origin, [port2]);
  }

  #choose(port) {
    if (this.#port === port) return;
    this.#port?.close();
    this.#offered.delete(port);
    for (const other of this.#offered) other.close();
    this.#offered.clear();
    this.#port = port;
  }

  #send(message) {
    for (const port of this.#port ? [this.#port, ...this.#offered] : this.#offered) port.postMessage(message);
  }

  #tell(type, detail) {
    // After a reload of its page, the console goes on where it was.
    if (type === "navigate" && isText(detail.route)) this.#route = detail.route;
    this.dispatchEvent(new CustomEvent(`ringside:${type}`, { detail }));
    this.#onEvent?.(type, detail);
  }

  #grow(height) {
    if (this.#autoHeight) this.#iframe.style.blockSize = `${height}px`;
    this.#tell("height", { height });
  }

  /** The token goes over the port and nowhere else. */
  async #answer(port, id, reason) {
    let token = null;
    try {
      token = await this.#fetchToken?.({ reason });
    } catch {
      // No token is the answer; the console says that nobody is signed in.
    }
    port.postMessage({ type: "token", id, token: isText(token) ? token : null });
  }
}
