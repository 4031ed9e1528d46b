// What a host says of a console in attributes and properties, as the module takes it.

/** Attributes that a running console follows, and the command for each. */
export const LIVE = { theme: "theme", density: "density", "time-zone": "zone" };

/** Attributes that lead to another place in the console. */
export const PLACE = ["route", "campaign-id"];

/** Attributes that start the console anew. */
export const STARTING = ["api-base", "locale", "readonly", "panel", "nav", "link-base"];

/** Attributes that are set or not, whatever they say; "false" is taken for what it means. */
export const FLAGS = ["readonly", "nav"];

/** Every attribute, and the property of the same name. */
export const PROPERTIES = Object.fromEntries(
  [...Object.keys(LIVE), ...PLACE, ...STARTING].map((name) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), name]),
);

/** Whether a flag is set. */
export const isSet = (element, name) => element.hasAttribute(name) && element.getAttribute(name) !== "false";

/** A route as the console writes it: with one slash before it, and without the # of an address. */
export const routeOf = (text) => `/${String(text).replace(/^#?\/*/, "")}`;

/** Where the attributes lead to. */
export function firstRoute(element) {
  const route = element.getAttribute("route");
  if (route) return routeOf(route);
  const campaign = element.getAttribute("campaign-id");
  return campaign ? `/campaigns/${encodeURIComponent(campaign)}` : "/";
}

/** The settings: those of `config`, and over them what the attributes and the token callback say. */
export function settingsOf(element) {
  const said = { ...element.config };
  const base = element.getAttribute("api-base");
  if (base !== null) said.apiBase = base;
  const locale = element.getAttribute("locale");
  if (locale) said.locale = locale;
  if (isSet(element, "readonly")) said.features = { ...said.features, readOnly: true };
  if (element.fetchToken && said.auth === undefined) said.auth = { mode: "host" };
  return said;
}

/** What of the attributes the module takes as it is. */
export function wishesOf(element) {
  const text = (name) => element.getAttribute(name) || undefined;
  return {
    nav: isSet(element, "nav"),
    panel: text("panel"),
    linkBase: text("link-base")?.trim() || undefined,
    theme: text("theme"),
    density: text("density"),
    zone: text("time-zone"),
  };
}
