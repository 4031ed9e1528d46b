// What all consoles of a page share: the module with its glue, and the style sheets. Fetched when
// the first console needs them. RELEASE is filled in by the build with the names of its files.
const at = (name) => new URL(RELEASE.base + name, import.meta.url);

/** Which build this is. */
export const version = RELEASE.version;

// One pair for all consoles, adopted before its text is there.
const first = sheet();
const later = sheet();

/** The style sheets of every console. */
export const sheets = first ? [first, later] : [];

/** Without a document, as on a server that draws pages in advance, there is nothing to style. */
function sheet() {
  return typeof CSSStyleSheet === "undefined" ? null : new CSSStyleSheet();
}

async function fetched(name) {
  const answer = await fetch(at(name));
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}.`);
  return answer;
}

/** What `work` came to, done once; after a failure it is done again by whoever asks next. */
function once(work) {
  let promise = null;
  return () => {
    promise ??= work().catch((error) => {
      promise = null;
      throw error;
    });
    return promise;
  };
}

/** Fetches the styles that a console needs from the beginning. */
export const firstStyles = once(async () => first.replaceSync(await (await fetched(RELEASE.first)).text()));

const laterStyles = once(async () => later.replaceSync(await (await fetched(RELEASE.later)).text()));

// A browser may keep a script that it could not fetch as failed, and keeps one that has run as it
// is: only another address is fetched anew.
function script(name) {
  let turn = 0;
  return () => {
    turn += 1;
    const address = at(name);
    if (turn > 1) address.searchParams.set("turn", turn);
    return import(address);
  };
}

/** The module that draws charts, fetched when the first chart comes near the screen. */
export const charts = once(script(RELEASE.charts));

const glueScript = script(RELEASE.glue);

async function fetchModule() {
  const wasm = fetched(RELEASE.wasm);
  wasm.catch(() => {}); // awaited below
  const [glue] = await Promise.all([glueScript(), firstStyles()]);
  // A build in one piece has nothing that comes later.
  if (glue.assets) Object.assign(glue.assets, { styles: laterStyles, markup });
  else await laterStyles();
  await glue.default({ module_or_path: wasm });
  isThere = true;
  return new Module(glue);
}

let module = once(fetchModule);
/** The policy that markup is trusted by, which a page lets be made once. */
let markup;
let isThere = false;

/** Whether nothing has to be waited for. */
export const isLoaded = () => isThere;

/** The module, instantiated once for the page. */
export const loaded = () => module();

/** A running module, and the consoles that it draws. */
class Module {
  #glue;
  #runs = new Set();
  #isDead = false;

  constructor(glue) {
    this.#glue = glue;
  }

  /** Draws a console; `run` is told when the module stops. */
  mount(host, run) {
    if (this.#isDead) throw new Error("The console stopped as it began.");
    this.#runs.add(run);
    try {
      return this.#glue.mount({ ...host, crashed: (message) => this.#stop(message) });
    } catch (error) {
      this.#notice(error);
      this.#runs.delete(run);
      throw error;
    }
  }

  /** Takes a console away. What a dead module has begun cannot be ended any more. */
  unmount(id, run) {
    this.#runs.delete(run);
    this.#enter((glue) => glue.unmount(id));
  }

  command(id, name, value) {
    this.#enter((glue) => glue.command(id, name, value));
  }

  #enter(work) {
    if (this.#isDead) return;
    try {
      work(this.#glue);
    } catch (error) {
      if (!this.#notice(error)) throw error;
    }
  }

  /** Whether an error is the end of the module, which then is told. A panic tells only consoles that are drawn. */
  #notice(error) {
    const isEnd = error instanceof WebAssembly.RuntimeError;
    if (isEnd) this.#stop(error.message);
    return isEnd;
  }

  /** A panic ends the module for every console of the page. The next one that starts gets a new one. */
  #stop(message) {
    if (this.#isDead) return;
    this.#isDead = true;
    isThere = false;
    if (this.#glue.assets) {
      this.#glue.assets.isOver = true;
      ({ markup } = this.#glue.assets);
    }
    module = once(fetchModule);
    for (const run of this.#runs) run.crashed(message);
  }
}
