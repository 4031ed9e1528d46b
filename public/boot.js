// Starts everything that the first figures need at the same time: the
// settings, the first API answer, the module and its glue. The page that is
// being looked at meanwhile is the skeleton in index.html.
const patience = 20_000;

const config = fetch("config.json", { headers: { Accept: "application/json" } })
  .then((answer) => (answer.ok ? answer.json() : {}))
  .catch(() => ({}));

// The address of the snapshot or list that the route will ask for first.
function firstAddress(settings) {
  const base = String(settings.apiBase ?? "api").replace(/\/+$/, "");
  const route = settings.routes === "path" ? location.pathname + location.search : location.hash.slice(1);
  const campaign = /^\/campaigns\/([^/?#]+)/.exec(route);
  if (campaign) return `${base}/campaigns/${campaign[1]}/snapshot`;
  if (route === "/calls") return `${base}/calls`;
  return route === "" || route === "/" || route === "/campaigns" ? `${base}/campaigns` : null;
}

const first = config.then((settings) => {
  const url = firstAddress(settings);
  if (!url) return null;
  const answer = fetch(url, {
    credentials: "same-origin",
    headers: { Accept: "application/json", "X-Requested-With": "ringside" },
    signal: AbortSignal.timeout(patience),
  });
  answer.catch(() => {}); // whoever takes it hears of the failure
  return { url, answer };
});

let started = null;

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

globalThis.ringsideBoot = {
  /** The settings, once read. */
  config: null,
  /** Hands the first answer over, once, to whoever asks for its address. */
  take(url) {
    if (started?.url !== url) return undefined;
    const { answer } = started;
    started = null;
    return answer;
  },
  /** The module that draws charts, fetched when the first chart comes near the screen. */
  charts: async () => import(new URL(document.querySelector('meta[name="ringside-chart"]').content, import.meta.url)),
  styles: laterStyles,
  crashed,
};

try {
  const address = (kind) => document.querySelector(`link[${kind}]`)?.href;
  const wasm = fetch(address('type="application/wasm"'), { credentials: "same-origin" });
  const [glue, settings, asked] = await Promise.all([import(address('rel="modulepreload"')), config, first]);
  globalThis.ringsideBoot.config = settings;
  started = asked;
  await glue.default({ module_or_path: wasm });
} catch (error) {
  crashed(String(error?.message ?? error), "The console did not load.", NEVER_STARTED);
}
