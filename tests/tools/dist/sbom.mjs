// What the archive is made of, as CycloneDX 1.6. Without a date, so that it is the same every time.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The npm packages whose code is shipped, as package-lock.json pins them. */
function npmComponents(names) {
  const { packages } = JSON.parse(readFileSync('tests/package-lock.json', 'utf8'));
  return names.map((name) => {
    const { version, integrity, license, dependencies = {} } = packages[`node_modules/${name}`];
    const [algorithm] = integrity.split('-', 2);
    if (algorithm !== 'sha512') throw new Error(`${name} is pinned by ${algorithm}, not by sha512.`);
    return {
      license,
      name,
      version,
      purl: `pkg:npm/${name}@${version}`,
      hash: { alg: 'SHA-512', content: Buffer.from(integrity.slice(algorithm.length + 1), 'base64').toString('hex') },
      needs: Object.keys(dependencies).filter((other) => names.includes(other)).map((other) => `pkg:npm/${other}@${packages[`node_modules/${other}`].version}`),
    };
  });
}

const component = ({ name, version, license, purl, description, hash }, type = 'library') => ({
  type,
  'bom-ref': purl,
  name,
  version,
  ...(description ? { description } : {}),
  ...(hash ? { hashes: [hash] } : {}),
  licenses: [{ expression: license }],
  purl,
});

/** The document, as text. */
export function sbom(crates, library, npmNames) {
  const [own, ...others] = crates.map((crate) => ({ ...crate, hash: crate.sha256 && { alg: 'SHA-256', content: crate.sha256 } }));
  const npm = npmComponents(npmNames);
  const std = { name: 'rust-std', version: library.version, license: 'MIT OR Apache-2.0', purl: `pkg:generic/rust-std@${library.version}`, needs: [] };
  const parts = [...others, std, ...npm];
  const roots = npm.filter(({ purl }) => !npm.some(({ needs }) => needs.includes(purl))).map(({ purl }) => purl);
  const dependencies = [{ ref: own.purl, dependsOn: [...own.needs, std.purl, ...roots] }, ...parts.map(({ purl, needs }) => ({ ref: purl, dependsOn: needs }))];
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: component(own, 'application') },
    components: parts.map((part) => component(part)),
    dependencies,
  };
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const serialNumber = `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  const { $schema, bomFormat, specVersion, ...rest } = document;
  return `${JSON.stringify({ $schema, bomFormat, specVersion, serialNumber, ...rest }, null, 2)}\n`;
}
