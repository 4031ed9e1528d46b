// What a browser must load before the first figures show: the page, its style sheets, the
// starter, the glue and the module, with brotli 11; and what paints the plain figures before
// the module is there: page, style sheet and starter. Fails above either limit. What the page
// fetches afterwards is listed below.
//   node size.mjs DIST
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 240_000;
const EARLY_LIMIT = 12_500;
const dist = process.argv[2] ?? 'dist';
const html = readFileSync(path.join(dist, 'index.html'), 'utf8');

/** The local files that the page names in its links and scripts. */
function namedInPage() {
  const tags = html.match(/<(link|script)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => /<script/.test(tag) || /rel="?(stylesheet|modulepreload|preload)/.test(tag))
    .map((tag) => /(?:href|src)="?([^"\s>]+)/.exec(tag)?.[1])
    .filter((address) => address && !/^(https?:|data:)/.test(address));
}

/** Scripts that a script imports before it can run. */
function importsOf(file) {
  const code = readFileSync(path.join(dist, file), 'utf8');
  return [...code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)].map((m) => path.join(path.dirname(file), m[1]));
}

const wanted = ['index.html', ...namedInPage().map((address) => path.normalize(address.replace(/^\//, '')))];
const files = new Set();
while (wanted.length) {
  const file = wanted.pop();
  if (files.has(file) || !existsSync(path.join(dist, file))) continue;
  files.add(file);
  if (/\.m?js$/.test(file)) wanted.push(...importsOf(file));
}

/** As the release build has packed it; packed here where a build has not. */
function packedSize(file) {
  const packed = path.join(dist, `${file}.br`);
  if (existsSync(packed)) return statSync(packed).size;
  return brotliCompressSync(readFileSync(path.join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
const rows = [...files].map((file) => {
  const bytes = readFileSync(path.join(dist, file));
  return { file, raw: bytes.length, brotli: packedSize(file) };
});
rows.sort((a, b) => b.brotli - a.brotli);
const sum = rows.reduce((total, row) => total + row.brotli, 0);
const line = (name, raw, brotli) => console.log(`${name.padEnd(44)}${raw.padStart(12)}${brotli.padStart(12)}`);
line('loaded before the first figures', 'bytes', 'brotli 11');
for (const row of rows) line(row.file, row.raw.toLocaleString('en-US'), row.brotli.toLocaleString('en-US'));
line('sum', '', sum.toLocaleString('en-US'));
line('limit', '', LIMIT.toLocaleString('en-US'));
const early = rows.filter(({ file }) => !/(^|\/)(module|ringside)-/.test(file)).reduce((total, row) => total + row.brotli, 0);
line('of it without the module, for plain figures', '', early.toLocaleString('en-US'));
line('limit', '', EARLY_LIMIT.toLocaleString('en-US'));

const later = readdirSync(dist).filter((file) => /\.(wasm|js|css)$/.test(file) && !files.has(file));
line('\nfetched afterwards', 'bytes', 'brotli 11');
for (const file of later) {
  const bytes = readFileSync(path.join(dist, file));
  line(file, bytes.length.toLocaleString('en-US'), packedSize(file).toLocaleString('en-US'));
}

for (const kind of ['.wasm', '.js', '.css']) {
  if (![...files].some((file) => file.endsWith(kind))) {
    console.error(`No ${kind} file was found from index.html: the sum is not to be trusted.`);
    process.exit(1);
  }
}
for (const over of [sum - LIMIT, early - EARLY_LIMIT].filter((over) => over > 0)) {
  console.error(`Over a limit by ${over.toLocaleString('en-US')} bytes.`);
  process.exitCode = 1;
}
