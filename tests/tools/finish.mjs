// Adds the chart module and what other pages embed the console with. In a release build also joins
// the style sheets into one, minifies it and the scripts, and writes .br and .gz beside every file
// that compresses, so that any static host can serve them as they are.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { transformSync } from 'esbuild';
import { bundleBoot } from './boot.mjs';
import { cut } from './cut.mjs';
import { addCharts } from './charts.mjs';
import { addEmbed } from './embed.mjs';
import { place } from './hashed.mjs';

// Not the settings and mappings (.json): they are edited where they lie, and a host would go on
// serving the packed copy of what they said before.
const COMPRESSIBLE = /\.(html|css|js|mjs|wasm|svg|txt|webmanifest|map)$/;
const folder = process.env.TRUNK_STAGING_DIR;
if (folder) {
  await bundleBoot(folder);
  await addCharts(folder);
}
const isRelease = process.env.TRUNK_PROFILE === 'release';
if (folder && !isRelease) await addEmbed(folder);
if (!folder || !isRelease) process.exit(0);

/** Every file below a folder. */
function filesOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** Writes a style sheet or script back in its shortest form. */
function minify(file) {
  // All scripts are modules, whose own names are nobody else's.
  const kind = file.endsWith('.css') ? { loader: 'css' } : { loader: 'js', format: 'esm' };
  const { code } = transformSync(readFileSync(file, 'utf8'), { ...kind, minify: true, target: 'esnext', legalComments: 'none' });
  writeFileSync(file, code);
}

async function compress(file) {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

const LATER = /<!-- later:.*?-->\s*/;
const SHEET = /<link\b[^>]*rel="?stylesheet"?[^>]*>\s*/g;

/** Puts the sheets that the links name into one file, in their order; returns its name. */
function joined(links) {
  const names = links.map((tag) => path.basename(/href="?([^"\s>]+)/.exec(tag)[1]));
  const text = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  const name = place(folder, 'style', '.css', text);
  for (const old of names) unlinkSync(path.join(folder, old));
  return name;
}

/**
 * Joins the page's style sheets into two: those of the first figures, which the page names, and
 * those behind its mark, which boot.js fetches with the first piece of the module.
 */
function joinStyleSheets() {
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  const [before, after] = html.split(LATER);
  if (after === undefined) throw new Error('index.html does not say which style sheets come later.');
  const first = joined(before.match(SHEET) ?? []);
  const later = joined(after.match(SHEET) ?? []);
  const sheets = `<link rel="stylesheet" href="./${first}"><meta name="ringside-styles" content="./${later}">`;
  writeFileSync(page, before.replace(SHEET, '') + sheets + after.replace(SHEET, ''));
}

// What a deployment changes: a build is the same with other settings.
const SETTINGS = /^(config\.json|mappings\/.*)$/;

/**
 * Writes version.json and the same name of the build into the page, so that a page that stays open
 * can tell that another one is there. The name tells the content, not the time.
 */
function nameBuild() {
  const digest = createHash('sha256');
  const names = filesOf(folder).map((file) => path.relative(folder, file)).sort();
  for (const name of names.filter((name) => !SETTINGS.test(name))) digest.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  const build = digest.digest('hex').slice(0, 16);
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
  writeFileSync(path.join(folder, 'version.json'), `${JSON.stringify({ version, build })}\n`);
  const page = path.join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `<meta name="ringside-build" content="${build}">\n</head>`));
}

await cut(folder);
joinStyleSheets();
await addEmbed(folder);
const files = filesOf(folder);
files.filter((file) => /\.(css|m?js)$/.test(file)).forEach(minify);
nameBuild();
await Promise.all(files.filter((file) => COMPRESSIBLE.test(file)).map(compress));
