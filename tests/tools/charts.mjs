// Bundles public/chart.js with the parts of ECharts that it names into one hashed file, ships the
// licenses of what is in it beside it, and tells the page its name. Weighs it too.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** What the bundle may weigh with brotli 11. */
const CEILING = 170_000;
const ROOT = new URL('../..', import.meta.url).pathname;
const MODULES = path.join(ROOT, 'tests', 'node_modules');
const LICENSE_FILES = ['LICENSE', 'NOTICE', 'LICENSE.txt', 'licenses/LICENSE-d3'];

/** The packages that a bundle holds code of, by the paths of what went into it. */
function packagesOf(inputs) {
  const names = inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
  return [...new Set(names)].filter(Boolean).sort();
}

/** The license texts of a package as it was installed. */
function licenseOf(name) {
  const home = path.join(MODULES, name);
  const { version, license } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const texts = LICENSE_FILES.map((file) => path.join(home, file)).filter(existsSync).map((file) => readFileSync(file, 'utf8').trim());
  if (!texts.length) throw new Error(`${name} brings no license text.`);
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** The chart module in one file, minified, with the names and licenses of its parts. */
export async function bundleCharts() {
  const result = await build({
    entryPoints: [path.join(ROOT, 'public', 'chart.js')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [MODULES],
    logLevel: 'warning',
  });
  // ECharts empties elements as if by markup, which pages that demand Trusted Types refuse.
  const code = result.outputFiles[0].text.replace(/\.innerHTML=(?:""|null)/g, '.textContent=""');
  const weight = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  if (weight > CEILING) throw new Error(`The chart module weighs ${weight} bytes (brotli), over its ceiling of ${CEILING}.`);
  const packages = packagesOf(Object.keys(result.metafile.inputs));
  const licenses = packages.map(licenseOf).join(`\n\n${'-'.repeat(80)}\n\n`);
  return { code, weight, packages, licenses: `${licenses}\n` };
}

/** Writes the chart module into a built folder and its name into the page. */
export async function addCharts(folder) {
  const { code, weight, licenses } = await bundleCharts();
  const name = `chart-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`;
  writeFileSync(path.join(folder, name), code);
  writeFileSync(path.join(folder, `${name}.LICENSE.txt`), licenses);
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  if (!html.includes('</head>')) throw new Error('index.html has no head to name the chart module in.');
  writeFileSync(page, html.replace('</head>', `<meta name="ringside-chart" content="./${name}">\n</head>`));
  return { name, weight };
}

if (process.argv[1] === createRequire(import.meta.url).resolve('./charts.mjs')) {
  const { weight, code, licenses } = await bundleCharts();
  const out = process.argv[2];
  if (out) writeFileSync(out, code);
  console.log(`chart module: ${code.length} bytes, ${weight} with brotli 11, ${licenses.length} bytes of licenses`);
}
