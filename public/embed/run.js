// One life of a console: from its first request until it is taken away.
import { askFirst, askMapping, patience } from "../early.js";
import { Hold } from "./hold.js";
import { followLinks } from "./links.js";
import { notice, skeleton } from "./notice.js";
import { Place } from "./place.mjs";
import { charts, firstStyles, isLoaded, loaded } from "./release.js";
import { still } from "./still.js";

const NEVER_STARTED = "Nothing was read yet. Calls are not affected.";
const STOPPED = "The figures on screen are the last ones it read and will not change. Calls are not affected.";

/** What somebody who puts a console on a page forgot to say. */
const MISSING = {
  fact: "This console does not know where its API is.",
  meaning: "Set the attribute api-base of <ringside-console>, or its property config.",
};

/** What the browser keeps for a console is kept for those of the same API, and read by no other. */
function keepOf({ apiBase = "api" }) {
  return `ringside.${URL.canParse(apiBase, document.baseURI) ? new URL(apiBase, document.baseURI).href.replace(/\/+$/, "") : apiBase}.`;
}

/** What the consoles of the page are called: no two alike, or a list of regions would not tell them apart. */
const names = new Set();

/** What this one is called: as the page around says, else by its workspace. */
function named(given, { workspace }) {
  if (given) return given;
  const plain = ["Ringside", workspace?.name].filter(Boolean).join(", ");
  let name = plain;
  for (let count = 2; names.has(name); count += 1) name = `${plain} ${count}`;
  names.add(name);
  return name;
}

/** Consoles that wait for another try: what failed for one failed for all. */
const waiting = new Set();

function tryAgain() {
  const again = [...waiting];
  waiting.clear();
  for (const restart of again) restart();
}

export class Run {
  #shadow;
  #around;
  #root = null;
  #hold = null;
  #module = null;
  #place = null;
  #id = null;
  #name = null;
  #isOver = false;
  #isTold = false;
  #isTelling = false;
  #end = new AbortController();

  /**
   * Starts a console in a shadow root. `around` is what it needs of the element:
   * `asked()` (settings, route and wishes as they are now), `fetchToken(why)`, `emit(name, detail)`
   * and `restart()`.
   */
  constructor(shadow, around) {
    this.#shadow = shadow;
    this.#around = around;
    this.#start();
  }

  async #start() {
    const { settings, route, wishes } = this.#around.asked();
    if (!settings) return this.#tell(MISSING);
    const take = isLoaded() ? () => undefined : askFirst(settings, route, undefined, AbortSignal.any([this.#end.signal, AbortSignal.timeout(patience)]));
    const mapping = askMapping(settings, this.#end.signal);
    mapping.catch(() => {}); // the module hears of the failure
    firstStyles().then(() => this.#drawSkeleton(wishes), () => {});
    try {
      const module = await loaded();
      if (!this.#isOver) this.#mount(module, settings, { take, mapping });
    } catch (error) {
      this.#failed(String(error?.message ?? error));
    }
  }

  #drawSkeleton(wishes) {
    if (!this.#isOver && !this.#isTold && !this.#root) this.#shadow.replaceChildren(skeleton(wishes));
  }

  #mount(module, settings, given) {
    const before = [...this.#shadow.childNodes];
    const { route, wishes, label, hasToken } = this.#around.asked();
    this.#name = named(label, settings);
    this.#root = document.createElement("div");
    this.#root.className = "ringside-root";
    this.#shadow.append(this.#root);
    this.#hold = new Hold(this.#root);
    this.#module = module;
    this.#place = new Place(route);
    const host = {
      ...given,
      ...wishes,
      config: JSON.stringify(settings),
      keep: keepOf(settings),
      label: this.#name,
      route,
      root: this.#root,
      embedded: true,
      charts,
      emit: (name, detail) => this.#emit(name, JSON.parse(detail)),
      reload: () => this.#around.restart(),
    };
    if (hasToken) host.fetchToken = (why) => this.#around.fetchToken(why);
    this.#id = module.mount(host, this);
    this.#root.querySelector(".main")?.setAttribute("aria-label", this.#name);
    followLinks(this.#root, wishes.linkBase, (route) => this.command("go", route));
    before.forEach((node) => node.remove());
  }

  /** The module stopped: the last figures stay, to be read. */
  crashed(message) {
    if (this.#id === null) return this.#failed(message);
    this.#tell({ fact: "The console stopped.", meaning: STOPPED, detail: message, action: "Start again" });
  }

  #failed(detail) {
    this.#tell({ fact: "The console did not load.", meaning: NEVER_STARTED, detail, action: "Try again" });
  }

  /** Says something in place of what is not there; above the figures, where there are some. */
  #tell(words) {
    if (this.#isOver || this.#isTold) return;
    this.#isTold = true;
    firstStyles().catch(() => {}); // words without a style are words
    const { wishes } = this.#around.asked();
    if (words.action) waiting.add(this.#around.restart);
    const hadFocus = this.#shadow.activeElement !== null;
    if (this.#root) this.#root = still(this.#root);
    const told = notice({ ...words, theme: wishes.theme, act: tryAgain });
    this.#shadow.replaceChildren(told, ...(this.#root ? [this.#root] : []));
    if (hadFocus) told.querySelector("button")?.focus({ preventScroll: true });
  }

  #emit(name, detail) {
    if (this.#isOver) return true;
    this.#isTelling = true;
    try {
      if (name !== "navigate") return this.#around.emit(name, detail);
      const isWelcome = this.#place.want(detail.route, (route) => this.#around.emit(name, { ...detail, route }));
      if (isWelcome) this.#hold?.begin();
      return isWelcome;
    } finally {
      this.#isTelling = false;
    }
  }

  /**
   * Tells the console what the host wants; nothing, while it loads: it starts with what is asked
   * then. What a host wants while it is being told something waits until the console has finished.
   */
  command(name, value) {
    if (this.#id === null || this.#isOver) return;
    if (this.#isTelling) return queueMicrotask(() => this.command(name, value));
    if (name === "navigate") {
      value = this.#place.hear(value);
      if (value === null) return;
      this.#hold.begin();
    }
    this.#module.command(this.#id, name, value);
  }

  /** Takes everything away. */
  stop() {
    this.#isOver = true;
    names.delete(this.#name);
    waiting.delete(this.#around.restart);
    this.#hold?.release();
    if (this.#id !== null) this.#module.unmount(this.#id, this);
    this.#end.abort();
    this.#shadow.replaceChildren();
  }
}
