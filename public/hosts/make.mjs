// Writes the host files beside it for one deployment; needs Node 20 and nothing else:
//   node hosts/make.mjs --address https://console.example.com/console/
// What the page may ask, who may frame it and how its addresses are written comes from config.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { caddy } from './parts/caddy.mjs';
import { cloudfront } from './parts/cloudfront.mjs';
import { nginx } from './parts/nginx.mjs';
import { isOrigin } from './parts/origin.mjs';
import { addressPage } from './parts/page.mjs';
import { pages } from './parts/pages.mjs';

const USAGE = `node hosts/make.mjs [options]
  --address URL   where the console will be (default https://console.example.com/)
  --site DIR      where its files will lie on that host (default: the folder site beside hosts)
  --proxy URL     the API behind the same origin, below api/ of the console's folder
  --api ORIGIN    an origin beside that of apiBase which the page may ask; may be repeated
  --hsts VALUE    Strict-Transport-Security, such as max-age=31536000; it holds for the whole host`;

function stop(sentence) {
  console.error(`${sentence}\n\n${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    const option = { type: 'string' };
    return parseArgs({ options: { address: option, site: option, proxy: option, api: { ...option, multiple: true }, hsts: option, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return stop(error.message);
  }
}

/** An address as the browser writes it; ends the script where it is none. */
function address(text, what) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) stop(`${what} is not an http(s) address: ${text}`);
  return url;
}

/** The origins beside the page's own that the settings name. */
function apisOf({ apiBase = 'api', mapping }, page, more) {
  const named = [apiBase, mapping?.url ?? mapping].filter((text) => typeof text === 'string');
  const origins = [...named.map((text) => new URL(text, page).origin), ...more.map((text) => address(text, '--api').origin)];
  return [...new Set(origins)].filter((origin) => origin !== page.origin);
}

/** Pages that may frame the console, each exactly an origin: what else stands there would be read as more of the policy. */
function embeddersOf({ embeddingOrigins = [] }) {
  if (!Array.isArray(embeddingOrigins)) stop('embeddingOrigins in config.json is not a list.');
  for (const text of embeddingOrigins) {
    if (!isOrigin(text)) stop(`embeddingOrigins in config.json names what is not exactly an origin, such as https://portal.example.com: ${JSON.stringify(text)}`);
  }
  return embeddingOrigins;
}

const given = options();
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}
const here = path.dirname(fileURLToPath(import.meta.url));
const files = path.join(here, '..', 'site');
const config = JSON.parse(readFileSync(path.join(files, 'config.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(path.join(files, 'version.json'), 'utf8'));
const page = address(given.address ?? 'https://console.example.com/', '--address');
const deployment = {
  version,
  origin: page.origin,
  folder: page.pathname.replace(/\/*$/, '/'),
  site: path.resolve(given.site ?? files),
  isPath: config.routes === 'path',
  apis: apisOf(config, page, given.api ?? []),
  embedders: embeddersOf(config),
  hsts: given.hsts,
  proxy: given.proxy && address(given.proxy, '--proxy'),
};

addressPage(files, deployment.isPath ? deployment.folder : './');
for (const [name, text] of Object.entries({ ...nginx(deployment), ...caddy(deployment), ...pages(deployment, files), ...cloudfront(deployment) })) {
  mkdirSync(path.dirname(path.join(here, name)), { recursive: true });
  writeFileSync(path.join(here, name), text);
  console.log(`hosts/${name}`);
}
