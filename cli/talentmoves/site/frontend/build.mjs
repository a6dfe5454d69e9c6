// Bundles the front end into ../assets; the same input gives the same bytes on every machine.
import { build } from "esbuild";
import pako from "pako";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const out = new URL(process.env.TALENT_MOVES_ASSETS ?? "../assets/", import.meta.url);
const shared = { bundle: true, minify: true, target: "es2022", charset: "utf8", legalComments: "none", metafile: true, write: false, logLevel: "warning" };

const bundles = await Promise.all([
  build({ ...shared, entryPoints: ["src/site.ts"], format: "iife", outfile: "site.js" }),
  build({ ...shared, entryPoints: ["src/query.ts"], format: "esm", outfile: "query.js", external: ["./editor.js"] }),
  build({ ...shared, entryPoints: ["src/editor.ts"], format: "esm", outfile: "editor.js" }),
  build({ ...shared, entryPoints: ["src/worker.ts"], format: "iife", outfile: "worker.js", define: { "import.meta.url": "self.location.href" } }),
]);
for (const { outputFiles } of bundles) {
  for (const file of outputFiles) writeFileSync(new URL(file.path.split(/[\\/]/).at(-1), out), file.contents);
}

// Not with Node's own zlib, whose output differs from version to version.
const wasm = readFileSync(new URL("node_modules/oxigraph/web_bg.wasm", import.meta.url));
writeFileSync(new URL("oxigraph.wasm.gz", out), pako.gzip(wasm, { level: 9 }));

const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const bundled = new Set(inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
const packages = [...bundled].sort().map(notice);
writeFileSync(new URL("THIRD-PARTY.txt", out), `The scripts of this site hold code of these packages, which come from npm.\n\n${packages.join("\n")}`);

/** Returns the name, version, address and licence of a package. */
function notice(name) {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const { version, license, repository, homepage } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const address = (homepage ?? repository?.url ?? repository ?? "").replace(/^git\+/, "");
  // What is offered under the Apache licence too and brings no text of its own is taken under that.
  const text = licence ? readFileSync(new URL(licence, folder), "utf8") : apache(name, license);
  return `${"=".repeat(80)}\n${name} ${version} (${license})\n${address}\n\n${text.trim()}\n`;
}

function apache(name, license) {
  if (!/Apache-2\.0/.test(license)) throw new Error(`${name}: no licence text`);
  return `Used under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0\n\n${readFileSync(new URL("../../../../LICENSE", import.meta.url), "utf8")}`;
}
