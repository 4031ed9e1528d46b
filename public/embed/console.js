// <ringside-console>: a console inside somebody else's page. docs/embedding-element.md describes
// what hosts see of it.
import { keepKeys } from "./keys.js";
import { sheets, version } from "./release.js";
import { Run } from "./run.js";
import { FLAGS, LIVE, PLACE, PROPERTIES, STARTING, firstRoute, isSet, routeOf, settingsOf, wishesOf } from "./settings.js";

const NAME = "ringside-console";

export class RingsideConsole extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...Object.keys(LIVE), ...PLACE, ...STARTING];

  /** The build that this console is of. */
  static version = version;

  #shadow = this.attachShadow({ mode: "open" });
  #run = null;
  #isDue = false;
  #isStale = false;
  #route = null;
  #config = null;
  #configText;
  #fetchToken = null;

  constructor() {
    super();
    this.#shadow.adoptedStyleSheets = sheets;
    keepKeys(this.#shadow);
  }

  connectedCallback() {
    // What was set before the element was known is on the object itself, in front of its class.
    for (const name of [...Object.keys(PROPERTIES), "config", "fetchToken"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#settleSoon();
  }

  disconnectedCallback() {
    this.#settleSoon();
  }

  /** A move that keeps the state of what is moved. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (PLACE.includes(name)) {
      // A route says more than a campaign.
      if (name === "route" || !this.getAttribute("route")) this.navigate(firstRoute(this));
    } else if (before === now) {
      return;
    } else if (name in LIVE && now) {
      this.#run?.command(LIVE[name], now);
    } else {
      if (name === "api-base") this.#route = null;
      this.#restart();
    }
  }

  /** Settings as in config.json; attributes win over them. */
  get config() {
    return this.#config;
  }

  set config(value) {
    this.#config = value ?? null;
    const text = JSON.stringify(this.#config);
    if (text === this.#configText) return;
    this.#configText = text;
    this.#route = null;
    this.#restart();
  }

  /** Called with the reason whenever a token is needed; answers with it. */
  get fetchToken() {
    return this.#fetchToken;
  }

  set fetchToken(value) {
    const had = this.#fetchToken !== null;
    this.#fetchToken = typeof value === "function" ? value : null;
    if (had !== (this.#fetchToken !== null)) this.#restart();
  }

  /** Asks again for everything on screen. */
  refresh() {
    this.#run?.command("refresh", "");
  }

  /** Goes to a route, such as `/campaigns/cmp_8f3k2q`. */
  navigate(route) {
    this.#route = routeOf(route);
    this.#run?.command("navigate", this.#route);
  }

  /** Where the console is. */
  get route() {
    return this.#route ?? firstRoute(this);
  }

  set route(value) {
    setAttribute(this, "route", value);
  }

  #restart() {
    this.#isStale = true;
    this.#settleSoon();
  }

  /** Once whoever changes something has changed all of it, and an element on its way is in its new place. */
  #settleSoon() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#settle();
    });
  }

  #settle() {
    const isHere = this.isConnected;
    if (this.#run && (this.#isStale || !isHere)) {
      this.#run.stop();
      this.#run = null;
    }
    this.#isStale = false;
    if (!isHere) this.#route = null;
    else this.#run ??= new Run(this.#shadow, this.#around());
  }

  #around() {
    return {
      asked: () => ({
        settings: this.hasAttribute("api-base") || this.#config ? settingsOf(this) : null,
        route: this.route,
        wishes: wishesOf(this),
        label: this.getAttribute("aria-label"),
        hasToken: this.#fetchToken !== null,
      }),
      fetchToken: (why) => this.#fetchToken?.call(this, why),
      emit: (name, detail) => this.#emit(name, detail),
      restart: () => this.#restart(),
    };
  }

  #emit(name, detail) {
    const event = new CustomEvent(`ringside:${name}`, { detail, bubbles: true, composed: true, cancelable: name === "navigate" });
    const before = this.#route;
    const isWelcome = this.dispatchEvent(event);
    // A listener may have sent it somewhere else.
    if (name === "navigate" && isWelcome && this.#route === before) this.#route = detail.route;
    return isWelcome;
  }
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

for (const [property, name] of Object.entries(PROPERTIES)) {
  if (property === "route") continue;
  const isFlag = FLAGS.includes(name);
  Object.defineProperty(RingsideConsole.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return isFlag ? isSet(this, name) : this.getAttribute(name);
    },
    set(value) {
      if (isFlag) this.toggleAttribute(name, Boolean(value));
      else setAttribute(this, name, value);
    },
  });
}

const known = globalThis.customElements?.get(NAME);
if (!known) globalThis.customElements?.define(NAME, RingsideConsole);
else if (known.version !== version) {
  console.warn(`<${NAME}> is version ${known.version} on this page, which was there first; version ${version} is not used.`);
}
