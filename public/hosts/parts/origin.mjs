/**
 * Whether a text is exactly an origin: scheme, host and port as the browser writes them, nothing
 * before or behind. URL lets `*`, `;` and `$` into a host, where a policy or a host's settings would
 * read more than a name.
 */
export const isOrigin = (text) => typeof text === 'string' && /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
