// Files under names that tell their content, so that browsers may keep them for good.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes bytes as `STEM-HASH.EXTENSION` into a folder; returns that name. */
export function place(folder, stem, extension, bytes) {
  const name = `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${extension}`;
  writeFileSync(path.join(folder, name), bytes);
  return name;
}
