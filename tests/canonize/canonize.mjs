// Prints the SHA-256 of the canonical N-Quads (RDFC-1.0) that npm's rdf-canonize makes of each N-Quads file named.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {canonize, NQuads} from 'rdf-canonize';

for (const file of process.argv.slice(2)) {
  const canonical = await canonize(NQuads.parse(readFileSync(file, 'utf8')), {algorithm: 'RDFC-1.0'});
  console.log(createHash('sha256').update(canonical).digest('hex'));
}
