// Puts together what the release archive holds: the site, the host files for it, the pages that
// say how it is used, the licenses and the parts of what is shipped, and the digests of all of it.
//   node tests/tools/dist.mjs SITE OUT
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleCharts } from './charts.mjs';
import { crates, standardLibrary } from './dist/crates.mjs';
import { licenses } from './dist/licenses.mjs';
import { sbom } from './dist/sbom.mjs';

// Where the archive is unpacked, as the shipped host files have it.
const PLACE = '/srv/ringside/site';

const [site, out] = process.argv.slice(2);
const hash = (algorithm, file, form) => createHash(algorithm).update(readFileSync(path.join(out, file))).digest(form);
const write = (name, text) => writeFileSync(path.join(out, name), text);

/** Every file below a folder, by its path in it, in order. */
function filesIn(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))).sort();
}

cpSync(site, path.join(out, 'site'), { recursive: true });
cpSync('public/hosts', path.join(out, 'hosts'), { recursive: true });
execFileSync('node', [path.join(out, 'hosts', 'make.mjs'), '--site', PLACE], { stdio: ['ignore', 'ignore', 'inherit'] });

for (const name of ['docs', 'README.md', 'CHANGELOG.md', 'LICENSE']) cpSync(name, path.join(out, name), { recursive: true });

const parts = crates();
const library = standardLibrary();
const charts = await bundleCharts();
mkdirSync(path.join(out, 'licenses'));
cpSync(library.copyright, path.join(out, 'licenses', 'rust-standard-library.html'));
write('THIRD-PARTY-LICENSES.txt', licenses(parts, library, charts.licenses));
write('sbom.cdx.json', sbom(parts, library, charts.packages));

const integrity = filesIn(path.join(out, 'site')).map((file) => [`site/${file}`, `sha384-${hash('sha384', `site/${file}`, 'base64')}`]);
write('integrity.json', `${JSON.stringify(Object.fromEntries(integrity), null, 2)}\n`);
write('SHA256SUMS', filesIn(out).map((file) => `${hash('sha256', file, 'hex')}  ${file}\n`).join(''));
