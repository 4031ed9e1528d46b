// Edits the names that a WebAssembly module imports and exports: wasm-bindgen's are long, and each
// stands in the module and in the glue.
const IMPORT = 2;
const EXPORT = 7;

/** Reads a module's bytes from front to back. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  name() {
    return this.take(this.number()).toString('utf8');
  }
  /** The bytes that `read` passes over. */
  passed(read) {
    const from = this.at;
    read();
    return this.bytes.subarray(from, this.at);
  }
}

export function leb(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push(rest ? (value % 128) | 128 : value);
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}

const named = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);

/** The module with the content of one section written anew. */
export function withSection(bytes, wanted, rewrite) {
  const reader = new Reader(bytes, 8);
  const parts = [bytes.subarray(0, 8)];
  while (reader.at < bytes.length) {
    const from = reader.at;
    const id = reader.byte();
    const content = reader.take(reader.number());
    if (id === wanted) {
      const fresh = rewrite(new Reader(content));
      parts.push(Buffer.from([id]), leb(fresh.length), fresh);
    } else {
      parts.push(bytes.subarray(from, reader.at));
    }
  }
  return Buffer.concat(parts);
}

function passLimits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

/** Passes over what an import is: a function, table, memory or global. */
function passKind(reader) {
  const kind = reader.byte();
  if (kind === 0) reader.number();
  else if (kind === 1) {
    reader.byte();
    passLimits(reader);
  } else if (kind === 2) passLimits(reader);
  else if (kind === 3) reader.take(2);
  else throw new Error(`An import of kind ${kind} is not known.`);
}

/** The module without the exports whose names match. */
export function withoutExports(bytes, pattern) {
  return withSection(bytes, EXPORT, (reader) => {
    const kept = [];
    for (let left = reader.number(); left > 0; left--) {
      const name = reader.name();
      const what = reader.passed(() => {
        reader.byte();
        reader.number();
      });
      if (!pattern.test(name)) kept.push(Buffer.concat([named(name), what]));
    }
    return Buffer.concat([leb(kept.length), ...kept]);
  });
}

/** The module and its glue with the names imported from `from` made as short as can be. */
export function withShortImports(bytes, glue, from) {
  const short = new Map();
  const renamed = withSection(bytes, IMPORT, (reader) => {
    const entries = [];
    const count = reader.number();
    for (let left = count; left > 0; left--) {
      let module = reader.name();
      let name = reader.name();
      const kind = reader.passed(() => passKind(reader));
      if (module === from) {
        if (!short.has(name)) short.set(name, `i${short.size.toString(36)}`);
        name = short.get(name);
        module = 'g';
      }
      entries.push(named(module), named(name), kind);
    }
    return Buffer.concat([leb(count), ...entries]);
  });
  if (!glue.includes(`"${from}"`)) throw new Error(`The glue provides no ${from}.`);
  let text = glue.replaceAll(`"${from}"`, '"g"');
  text = text.replace(/\b__wb(?:g|indgen)_\w+(?=\s*[:(])/g, (name) => short.get(name) ?? name);
  for (const [long, name] of short) {
    if (!new RegExp(`\\b${name}\\b`).test(text)) throw new Error(`The glue provides no ${long}.`);
  }
  return { bytes: renamed, glue: text };
}
