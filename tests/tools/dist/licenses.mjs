// The licenses of everything that the archive ships, in one text: each text once, below the names
// of those that it belongs to.

const LINE = '-'.repeat(80);

/** A crate's texts; the common one of its license where it brings none. */
function textsOf(crate, library) {
  if (crate.texts.length) return crate.texts;
  if (!/\bMIT\b/.test(crate.license)) throw new Error(`${crate.name} brings no license text and is not MIT: ${crate.license}`);
  return [library.mit];
}

/** The whole text. `npm` is the text of the chart module's parts. */
export function licenses(crates, library, npm) {
  const others = crates.filter((crate) => !crate.isOwn);
  const owners = new Map();
  const add = (text, owner) => owners.set(text, [...(owners.get(text) ?? []), owner]);
  for (const crate of others) {
    const silent = crate.texts.length === 0;
    const by = silent && crate.authors.length ? `, copyright ${crate.authors.join(', ')}` : '';
    for (const text of textsOf(crate, library)) add(text, `${crate.name} ${crate.version} (${crate.license}${by})`);
  }
  add(library.mit, `the Rust standard library ${library.version} (MIT OR Apache-2.0)`);
  add(library.apache, `the Rust standard library ${library.version} (MIT OR Apache-2.0)`);
  const parts = [...owners].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  const head = `Ringside itself: see LICENSE. Its module of WebAssembly is compiled from these crates and the standard
library of Rust, whose own parts licenses/rust-standard-library.html lists; its chart module from the
packages at the end.`;
  return `${[head, ...parts, npm.trim()].join(`\n\n${LINE}\n\n`)}\n`;
}
