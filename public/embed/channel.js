// What the page in an iframe and the page around it may say to each other.

/** Changes with what is said. */
export const VERSION = 1;

/** What a console tells of itself. */
export const EVENTS = ["ready", "navigate", "select", "action", "error", "auth-required"];

/** Whether this is text of a sensible length. */
export const isText = (value) => typeof value === "string" && value.length <= 4096;
const isFlag = (value) => typeof value === "boolean";

/** What the page around may set, each with what it must be. */
const OPTIONS = {
  route: isText,
  campaignId: isText,
  panel: isText,
  theme: isText,
  density: isText,
  timeZone: isText,
  locale: isText,
  readonly: isFlag,
};

/** The names of what may be set. */
export const NAMES = Object.keys(OPTIONS);

/** Whether a value may be set under a name; `null` takes it back. */
export const mayBe = (name, value) => Object.hasOwn(OPTIONS, name) && (value === null || OPTIONS[name](value));

/** Whether this is an object of named values. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether this asks for a connection. */
export function isConnect(data) {
  if (!isObject(data) || data.ringside !== "connect" || data.version !== VERSION) return false;
  const has = (name) => data[name] !== undefined && data[name] !== null;
  if (has("tokens") && !isFlag(data.tokens)) return false;
  return NAMES.every((name) => !has(name) || mayBe(name, data[name]));
}

/** The messages of a port that are of a known type. */
export function listen(port, heard) {
  port.onmessage = ({ data }) => {
    if (isObject(data) && typeof data.type === "string" && Object.hasOwn(heard, data.type)) heard[data.type](data);
  };
}
