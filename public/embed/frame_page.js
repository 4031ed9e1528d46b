// The page in an iframe: a console that fills it, and what the page around says to it and hears of
// it. Whoever is not on the list of the settings gets no answer at all.
import { isOrigin } from "../hosts/parts/origin.mjs";
import { EVENTS, NAMES, isConnect, isText, listen, mayBe } from "./channel.js";
import "./console.js";
import { notice } from "./notice.js";
import { firstStyles, loaded, sheets } from "./release.js";

/** How long the page around may take to connect before this page says that none did. */
const PATIENCE = 10_000;

const bare = new CSSStyleSheet();
bare.replaceSync("body { margin: 0 }");
document.adoptedStyleSheets = [...sheets, bare];

let isConnected = false;

/** Says why there is no console. */
async function refuse(fact, meaning) {
  await firstStyles().catch(() => {}); // words without a style are words
  if (!isConnected) document.body.replaceChildren(notice({ fact, meaning }));
}

/** The settings beside this page; null where they cannot be read. */
async function settings() {
  try {
    const answer = await fetch("config.json", { headers: { Accept: "application/json" }, cache: "no-cache" });
    if (answer.status === 404) return {};
    const said = answer.ok ? await answer.json() : null;
    return typeof said === "object" ? said : null;
  } catch {
    return null;
  }
}

/** Puts the console on the page, and speaks for it over the port. */
function open(config, said, port) {
  const element = document.createElement("ringside-console");
  const asked = new Map();
  let asking = 0;

  const set = (name, value) => {
    if (name === "theme") document.documentElement.style.colorScheme = ["light", "dark"].includes(value) ? value : "";
    // Nothing can be changed from here unless the page around allows it.
    element[name] = name === "readonly" ? value !== false : value;
  };

  element.config = config;
  for (const name of NAMES) set(name, said[name] ?? null);
  if (said.tokens) {
    element.fetchToken = ({ reason }) =>
      new Promise((resolve, reject) => {
        asking += 1;
        asked.set(asking, { resolve, reject });
        port.postMessage({ type: "token-wanted", id: asking, reason });
      });
  }

  listen(port, {
    set: ({ name, value }) => mayBe(name, value) && set(name, value),
    refresh: () => element.refresh(),
    navigate: ({ route }) => isText(route) && element.navigate(route),
    token: ({ id, token }) => {
      const { resolve, reject } = asked.get(id) ?? {};
      asked.delete(id);
      if (isText(token)) resolve?.(token);
      else reject?.(new Error("The page around has no token."));
    },
  });
  for (const type of EVENTS) element.addEventListener(`ringside:${type}`, ({ detail }) => port.postMessage({ type, detail }));
  document.body.replaceChildren(element);
  new ResizeObserver(() => {
    port.postMessage({ type: "height", height: Math.ceil(element.getBoundingClientRect().height) });
  }).observe(element);
}

const config = settings();
const allowed = config.then((said) => (Array.isArray(said?.embeddingOrigins) ? said.embeddingOrigins.filter(isOrigin) : []));

if (window.parent === window) {
  refuse("This page is for other pages to embed.", "The console itself is the page beside it.");
} else {
  addEventListener("message", async function greet({ source, origin, data, ports }) {
    if (source !== window.parent || ports.length !== 1 || !isConnect(data)) return;
    if (!(await allowed).includes(origin) || isConnected) return;
    isConnected = true;
    removeEventListener("message", greet);
    open(await config, data, ports[0]);
  });
  setTimeout(() => {
    if (!isConnected) refuse("No page that may embed this console has connected to it.", "The page around must connect, and embeddingOrigins in config.json must name its exact origin.");
  }, PATIENCE);
  const [said, origins] = [await config, await allowed];
  if (said === null) refuse("The settings of this console cannot be read.", "config.json must lie beside this page, and be JSON.");
  else if (origins.length === 0) refuse("No page may embed this console.", "embeddingOrigins in config.json names none.");
  else loaded().catch(() => {}); // the console tells it
}
