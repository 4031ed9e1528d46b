// What is asked for before the module is there, by the page of its own and by the custom element.
export const patience = 20_000;

// What may be the address of an API, as the settings say it: others are told, and not asked.
export const isBase = (text) =>
  typeof text === "string" && text.trim() !== "" && /^(?:(?:https?:)?\/\/[^/@]+|(?!\/\/)[^/:]*)(?:\/.*)?$/i.test(text) && !/[?#\\\s]/.test(text);

// The address of the snapshot or list that the route will ask for first, where it can be asked for
// before the module is there: unsigned, and in our own contract.
function firstAddress({ apiBase = "api", mapping, auth }, route) {
  if (mapping !== undefined || !["cookie", "none", "proxy", undefined].includes(auth?.mode)) return null;
  if (auth?.csrf !== undefined || auth?.signedOut !== undefined || !isBase(apiBase)) return null;
  const base = apiBase.replace(/\/+$/, "");
  const campaign = /^\/campaigns\/([^/?#]+)/.exec(route);
  // Browsers would climb by such an ID, however it is written.
  if (campaign && /^(?:\.|%2e){1,2}$/i.test(campaign[1])) return null;
  if (campaign) return `${base}/campaigns/${campaign[1]}/snapshot`;
  if (route === "/calls") return `${base}/calls`;
  return route === "" || route === "/" || route === "/campaigns" ? `${base}/campaigns` : null;
}

/**
 * Starts the first request of a route; returns what hands its answer over, once, to whoever asks for its
 * address. `look` is given a copy of the answer, or nothing where there is none; what it throws is not told.
 */
export function askFirst(settings, route, look, signal = AbortSignal.timeout(patience)) {
  const url = firstAddress(settings, route);
  let answer = url === null ? undefined : fetch(url, {
    credentials: "same-origin",
    headers: { Accept: "application/json", "X-Requested-With": "ringside" },
    signal,
  });
  // Whoever takes it hears of the failure.
  Promise.resolve(answer).then((came) => look?.(came?.clone()), () => look?.()).catch(() => {});
  return (asked) => {
    if (asked !== url) return undefined;
    const taken = answer;
    answer = undefined;
    return taken;
  };
}

/** The mapping document of an API that speaks a contract of its own: its text, what was said instead, or null. */
export async function askMapping({ mapping }, signal) {
  const url = mapping?.url ?? mapping;
  if (typeof url !== "string") return null;
  const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-cache", signal });
  return answer.ok ? answer.text() : `HTTP ${answer.status}`;
}
