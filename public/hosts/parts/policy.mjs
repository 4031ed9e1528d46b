// What every host sends with the files, read from ../policy.json, for one deployment.
import { readFileSync } from 'node:fs';

const POLICY = JSON.parse(readFileSync(new URL('../policy.json', import.meta.url), 'utf8'));

/** The kinds of file that a host tells apart. */
export const KINDS = ['page', 'frame', 'hashed', 'revalidated'];

/** File name extensions with their media type. */
export const TYPES = POLICY.types;

/** First segments of the console's addresses where they are paths. */
export const ROUTES = POLICY.routes;

/** A regular expression that only names with a hash of their content match. */
export const HASHED = POLICY.hashed;

/** What a file is to the policy, by its path in the folder. */
export function kindOf(file) {
  if (file === 'embed.html') return 'frame';
  if (file.endsWith('.html')) return 'page';
  return new RegExp(HASHED).test(file) ? 'hashed' : 'revalidated';
}

/**
 * The Content-Security-Policy of a page: `apis` are the origins beside its own that it may ask,
 * `embedders` those whose pages may show `embed.html` in a frame.
 */
export function contentSecurityPolicy(kind, { apis = [], embedders = [] } = {}) {
  const said = { ...POLICY.csp };
  said['connect-src'] = [said['connect-src'], ...apis].join(' ');
  if (kind === 'frame' && embedders.length) said['frame-ancestors'] = embedders.join(' ');
  return Object.entries(said).map(([name, value]) => `${name} ${value}`).join('; ');
}

/** The headers of a kind of file, in order, without its type. */
export function headersOf(kind, deployment) {
  const isPage = kind === 'page' || kind === 'frame';
  return {
    'Cache-Control': POLICY.cache[kind === 'hashed' ? 'hashed' : 'revalidated'],
    ...POLICY.headers.every,
    ...(deployment.hsts ? { 'Strict-Transport-Security': deployment.hsts } : {}),
    ...(isPage ? { 'Content-Security-Policy': contentSecurityPolicy(kind, deployment), ...POLICY.headers[kind] } : POLICY.headers.file),
  };
}
