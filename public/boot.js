// Starts everything that the first figures need at the same time: the
// settings, the first API answer, the module and its glue. The page that is
// being looked at meanwhile is the skeleton in index.html.
import { askFirst, askMapping, isBase } from "./early.js";
import { firstFigures, paintFirstFigures } from "./first_figures.mjs";

// The folder of the console's files; where addresses are paths, that of the page is somewhere below.
const home = new URL("./", import.meta.url);

// What came instead of the file is handed on too: the console tells what is wrong with it.
const config = fetch(new URL("config.json", home), { headers: { Accept: "application/json" }, cache: "no-cache" })
  .then((answer) => (answer.ok ? answer.text() : answer.status === 404 ? "{}" : `HTTP ${answer.status}`))
  .catch(() => "HTTP 0");

const settings = config.then((text) => {
  try {
    return placed(JSON.parse(text) ?? {});
  } catch {
    return {};
  }
});

/** Settings whose places are found from any address of the page. */
function placed(said) {
  const at = (place) => (isBase(place) ? new URL(place, home).href : place);
  if (said.routes === "path") {
    said.apiBase = at(said.apiBase ?? "api");
    if (said.mapping?.url) said.mapping.url = at(said.mapping.url);
    else if (said.mapping) said.mapping = at(said.mapping);
  }
  return said;
}

/** How long the module waits for the first figures, in ms: a slow API does not keep the rest of the console away. */
const PATIENCE = 150;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until all that was changed is on screen. */
const onScreen = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

let figuresAreShown;

/** Ends when the first figures are on screen, or will not be. */
const firstFiguresShown = new Promise((resolve) => {
  figuresAreShown = resolve;
});

const take = settings.then((said) => {
  const route = said.routes === "path" ? location.pathname.slice(home.pathname.length - 1) + location.search : location.hash.slice(1);
  if (!route.startsWith("/campaigns/")) {
    figuresAreShown();
    return askFirst(said, route);
  }
  return askFirst(said, route, async (answer) => {
    try {
      const tiles = answer?.ok && firstFigures(await answer.json(), said.locale);
      if (!tiles) return;
      paintFirstFigures(tiles);
      await onScreen();
    } finally {
      figuresAreShown();
    }
  });
});

const mapping = settings.then(askMapping);
mapping.catch(() => {}); // whoever needs it hears of the failure

/** The module that draws charts, fetched when the first chart comes near the screen. */
const charts = async () => import(new URL(document.querySelector('meta[name="ringside-chart"]').content, import.meta.url));

// The skeleton in the theme that the operator chose, before anything is drawn.
try {
  const theme = localStorage.getItem("ringside.theme");
  if (theme === "light" || theme === "dark") document.getElementById("ringside-skeleton").dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme it is.
}

const STOPPED =
  "The figures on screen are the last ones it read and will not change. Calls are not affected.";
const NEVER_STARTED = "Nothing was read yet. Calls are not affected.";

// A panic ends the module: keep the figures on screen and offer a reload.
function crashed(message, fact = "The console stopped.", meaning = STOPPED) {
  if (document.getElementById("ringside-crash")) return;
  const panel = document.createElement("div");
  panel.id = "ringside-crash";
  panel.className = "crash";
  panel.setAttribute("role", "alert");
  const text = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = fact;
  text.append(strong, " ", meaning);
  const detail = document.createElement("code");
  detail.textContent = message;
  const reload = document.createElement("button");
  reload.className = "button";
  reload.type = "button";
  reload.textContent = "Reload";
  reload.addEventListener("click", () => location.reload());
  panel.append(text, detail, reload);
  document.body.prepend(panel);
  reload.focus();
}

let styles = null;

// The styles of all that comes after the first figures; a build that has them all in the page names none.
function laterStyles() {
  styles ??= new Promise((resolve, reject) => {
    const address = document.querySelector('meta[name="ringside-styles"]')?.content;
    if (!address) return resolve();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = resolve;
    link.onerror = () => {
      styles = null;
      link.remove();
      reject(new Error("The styles did not load."));
    };
    document.head.append(link);
  });
  return styles;
}

try {
  const address = (kind) => document.querySelector(`link[${kind}]`)?.href;
  const wasm = fetch(address('type="application/wasm"'), { credentials: "same-origin" });
  wasm.catch(() => {}); // told when it is awaited
  const [glue, text, said, first] = await Promise.all([import(address('rel="modulepreload"')), config, settings, take]);
  // A build in one piece has nothing that comes later.
  if (glue.assets) glue.assets.styles = laterStyles;
  await glue.default({ module_or_path: wasm });
  // The module takes the page for itself while it draws: figures that are nearly there are seen before that.
  await Promise.race([firstFiguresShown, pause(PATIENCE)]);
  glue.mount({
    root: document.body,
    config: said.routes === "path" ? JSON.stringify(said) : text,
    folder: home.pathname,
    mapping,
    take: first,
    charts,
    crashed: (message) => {
      if (glue.assets) glue.assets.isOver = true; // its timers would go on asking
      crashed(message);
    },
    reload: () => location.reload(),
    /** The page around may hand out tokens. */
    get fetchToken() {
      const host = globalThis.ringsideHost;
      return host?.fetchToken && ((why) => host.fetchToken(why));
    },
  });
  document.getElementById("ringside-skeleton")?.remove();
} catch (error) {
  crashed(String(error?.message ?? error), "The console did not load.", NEVER_STARTED);
}
