// Adds what other pages embed the console with: the custom element at its fixed address, the page
// for an iframe, the script for the page around that one, and the declarations of both.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { embeddedSheets } from './embedded_sheet.mjs';
import { place } from './hashed.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const SOURCES = path.join(ROOT, 'public', 'embed');
/** Hosts name this folder; what they see of the element changes only in one of another number. */
const FOLDER = path.join('embed', 'v1');

/** The files of this build, by the names that the page knows them by. */
function namesIn(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = (what, pattern) => {
    const name = pattern.exec(html)?.[1];
    if (!name) throw new Error(`index.html does not name ${what}.`);
    return path.basename(name);
  };
  return {
    glue: named('the glue', /<link rel="modulepreload" href="([^"]+)"/),
    wasm: named('the module', /<link rel="preload"[^>]*type="application\/wasm"[^>]*href="([^"]+)"/),
    charts: named('the chart module', /<meta name="ringside-chart" content="([^"]+)"/),
  };
}

/** The version with what tells builds of it apart. */
function versionOf(glue) {
  const [, version] = /^version = "([^"]+)"/m.exec(readFileSync(path.join(ROOT, 'Cargo.toml'), 'utf8'));
  return `${version}+${/-([0-9a-f]{8})/.exec(glue)[1]}`;
}

/** A script of public/embed with all that it imports, in one file. */
async function bundled(source, release) {
  const result = await build({
    entryPoints: [path.join(SOURCES, source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { RELEASE: JSON.stringify(release) },
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

/** Writes everything for embedding into a built folder. */
export async function addEmbed(folder) {
  const { first, later } = embeddedSheets();
  const names = namesIn(folder);
  const release = {
    ...names,
    first: place(folder, 'embed', '.css', first),
    later: place(folder, 'embed', '.css', later),
    version: versionOf(names.glue),
  };
  const home = path.join(folder, FOLDER);
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'ringside-console.js'), await bundled('console.js', { ...release, base: '../../' }));
  writeFileSync(path.join(home, 'ringside-frame.js'), await bundled('frame.js', {}));
  for (const name of ['ringside-console.d.ts', 'ringside-frame.d.ts']) copyFileSync(path.join(SOURCES, name), path.join(home, name));
  const script = place(folder, 'embed', '.js', await bundled('frame_page.js', { ...release, base: './' }));
  const page = readFileSync(path.join(SOURCES, 'embed.html'), 'utf8');
  writeFileSync(path.join(folder, 'embed.html'), page.replace('frame_page.js', script));
}
