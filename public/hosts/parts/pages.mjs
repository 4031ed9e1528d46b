// Netlify and Cloudflare Pages: _headers and _redirects, which name each file, because neither host
// matches a name by the hash in it, and headers of several matching rules would be joined.
import { readdirSync } from 'node:fs';
import { ROUTES, headersOf, kindOf } from './policy.mjs';

const PACKED = /\.(br|gz)$/;
const rule = (address, headers) => [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** Every file of the site, by its path, in order. */
function namesIn(files) {
  const all = readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = all.map((entry) => `${(entry.parentPath ?? entry.path).slice(files.length + 1)}/${entry.name}`.replace(/^\//, ''));
  return names.filter((name) => !PACKED.test(name)).sort();
}

/** Headers that these hosts do not send by themselves. They let everything be revalidated. */
function headers(deployment, files) {
  const { folder, version, isPath } = deployment;
  const told = (kind) => headersOf(kind, deployment);
  const { 'Cache-Control': _, ...page } = told('page');
  const { 'Cache-Control': __, ...frame } = told('frame');
  const names = namesIn(files);
  const deep = isPath ? ROUTES.flatMap((route) => [route, `${route}/*`]) : [];
  const groups = [
    ...['', 'index.html', ...deep].map((name) => rule(folder + name, page)),
    ...(names.includes('embed.html') ? ['embed', 'embed.html'].map((name) => rule(folder + name, frame)) : []),
    ...names.filter((name) => kindOf(name) === 'hashed' || kindOf(name) === 'revalidated').map((name) => {
      const { 'Cache-Control': cache, ...rest } = told(kindOf(name));
      return rule(folder + name, kindOf(name) === 'hashed' ? { 'Cache-Control': cache, ...rest } : rest);
    }),
  ];
  return `# Ringside ${version} below ${folder}. Written by hosts/make.mjs.\n${groups.join('\n')}\n`;
}

/** Addresses that are no file, where addresses are paths. All others that are no file are missing. */
function redirects({ folder, version, isPath }) {
  const rules = isPath ? ROUTES.flatMap((route) => [`${folder}${route} ${folder} 200`, `${folder}${route}/* ${folder} 200`]) : ['# None: addresses are written behind #.'];
  return `# Ringside ${version} below ${folder}. Written by hosts/make.mjs.\n${rules.join('\n')}\n`;
}

// Without it Cloudflare Pages answers every missing file with index.html.
const MISSING = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>There is no such page</title>
  </head>
  <body>
    <h1>There is no such page</h1>
  </body>
</html>
`;

/** The files for both hosts. */
export const pages = (deployment, files) => ({ 'pages/_headers': headers(deployment, files), 'pages/_redirects': redirects(deployment), 'pages/404.html': MISSING });
