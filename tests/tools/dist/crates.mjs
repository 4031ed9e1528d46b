// The crates that are compiled into the module, as cargo resolves them for the browser.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const WASM = 'wasm32-unknown-unknown';
const LICENSE_FILE = /^(licen[cs]e|copying|unlicense|notice)/i;

const cargo = (...args) => execFileSync('cargo', [...args, '--locked', '--offline', '--features', 'split'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });

/** Name and version of each crate in the module: no build scripts, no procedural macros. */
function compiled() {
  const tree = cargo('tree', '--target', WASM, '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}');
  return new Set(tree.trim().split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
}

/** The digests that Cargo.lock has of what was downloaded. */
function checksums() {
  const packages = readFileSync('Cargo.lock', 'utf8').split('[[package]]').slice(1);
  const said = (text, key) => new RegExp(`^${key} = "(.*)"$`, 'm').exec(text)?.[1];
  return new Map(packages.map((text) => [`${said(text, 'name')} v${said(text, 'version')}`, said(text, 'checksum')]));
}

/** License texts that a crate brings, by file name. */
function textsOf(home) {
  const names = readdirSync(home, { withFileTypes: true }).filter((entry) => LICENSE_FILE.test(entry.name));
  const files = names.flatMap((entry) => (entry.isFile() ? [entry.name] : readdirSync(path.join(home, entry.name)).map((name) => path.join(entry.name, name))));
  return files.sort().map((name) => readFileSync(path.join(home, name), 'utf8').trim());
}

/** The crates in the module, with what they depend on among each other; the console itself first. */
export function crates() {
  const wanted = compiled();
  const digests = checksums();
  const { packages, resolve } = JSON.parse(cargo('metadata', '--format-version', '1', '--filter-platform', WASM));
  const keyOf = ({ name, version }) => `${name} v${version}`;
  const inside = new Map(packages.filter((one) => wanted.has(keyOf(one))).map((one) => [one.id, one]));
  if (inside.size !== wanted.size) throw new Error('cargo tree and cargo metadata do not name the same crates.');
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const needs = (id) => nodes.get(id).deps.filter(({ pkg, dep_kinds: kinds }) => inside.has(pkg) && kinds.some(({ kind }) => kind === null)).map(({ pkg }) => inside.get(pkg));
  const all = [...inside.values()].map((one) => ({
    name: one.name,
    version: one.version,
    license: one.license?.replaceAll(/\s*\/\s*/g, ' OR '),
    authors: one.authors.map((author) => author.replace(/ <.*>$/, '')),
    description: one.description?.trim().replaceAll(/\s+/g, ' '),
    purl: `pkg:cargo/${one.name}@${one.version}`,
    sha256: digests.get(keyOf(one)),
    texts: textsOf(path.dirname(one.manifest_path)),
    needs: needs(one.id).map(({ name, version }) => `pkg:cargo/${name}@${version}`).sort(),
    isOwn: one.source === null,
  }));
  const unlicensed = all.filter((one) => !one.license).map((one) => one.name);
  if (unlicensed.length) throw new Error(`Without a license: ${unlicensed.join(', ')}`);
  return all.sort((a, b) => b.isOwn - a.isOwn || (a.purl < b.purl ? -1 : 1));
}

/** Release of the compiler, whose standard library is in the module too, and its license texts. */
export function standardLibrary() {
  const version = /^rustc (\S+)/.exec(execFileSync('rustc', ['--version'], { encoding: 'utf8' }))[1];
  const home = path.join(execFileSync('rustc', ['--print', 'sysroot'], { encoding: 'utf8' }).trim(), 'share', 'doc', 'rust');
  const standard = (name) => {
    const file = path.join(home, 'licenses', `${name}.txt`);
    if (!existsSync(file)) throw new Error(`The Rust toolchain brings no license text ${name}.txt.`);
    return readFileSync(file, 'utf8').trim();
  };
  return { version, copyright: path.join(home, 'COPYRIGHT-library.html'), mit: standard('MIT'), apache: standard('Apache-2.0') };
}
