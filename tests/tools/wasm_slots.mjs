// Takes the segments out of a WebAssembly module that only say of places in its table that they are
// empty, as they are anyway: the splitter keeps places free for every piece in this way.
import { leb, withSection } from './wasm_names.mjs';

const ELEMENTS = 9;
/** Bits of a segment's kind. */
const [PASSIVE, NAMED, EXPRESSIONS] = [1, 2, 4];
const [I32_CONST, REF_NULL, REF_FUNC, END] = [0x41, 0xd0, 0xd2, 0x0b];

function expect(reader, wanted) {
  const byte = reader.byte();
  if (!wanted.includes(byte)) throw new Error(`An element segment has ${byte} where it is not known.`);
  return byte;
}

/** Passes over a segment; whether it holds nothing and is put into the table from the beginning. */
function isEmpty(reader) {
  const kind = reader.number();
  if (!(kind & PASSIVE)) {
    if (kind & NAMED) reader.number();
    expect(reader, [I32_CONST]);
    reader.number();
    expect(reader, [END]);
  }
  if (kind & (PASSIVE | NAMED)) reader.byte();
  let holds = 0;
  for (let left = reader.number(); left > 0; left--) {
    if (!(kind & EXPRESSIONS)) {
      reader.number();
      holds += 1;
    } else {
      holds += expect(reader, [REF_NULL, REF_FUNC]) === REF_FUNC;
      reader.number();
      expect(reader, [END]);
    }
  }
  return holds === 0 && !(kind & PASSIVE);
}

/** The module without them. */
export function withoutEmptySlots(bytes) {
  return withSection(bytes, ELEMENTS, (reader) => {
    const kept = [];
    for (let left = reader.number(); left > 0; left--) {
      let empty = false;
      const segment = reader.passed(() => (empty = isEmpty(reader)));
      if (!empty) kept.push(segment);
    }
    return Buffer.concat([leb(kept.length), ...kept]);
  });
}
