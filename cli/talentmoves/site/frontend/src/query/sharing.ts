/** A query in the fragment of an address, which browsers do not send to any server. */

/** Returns the fragment that holds the query, compressed. */
export async function toFragment(query: string): Promise<string> {
  const packed = new Uint8Array(await through(new TextEncoder().encode(query), new CompressionStream("deflate-raw")));
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return `#q=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "")}`;
}

/** What a fragment asks to open: a query, a report, or nothing. A query that cannot be unpacked counts as none. */
export async function fromFragment(fragment: string): Promise<{ query?: string; report?: string }> {
  const asked = new URLSearchParams(fragment.replace(/^#/u, ""));
  const report = asked.get("report");
  if (report && /^[\w-]+$/u.test(report)) return { report };
  const plain = asked.get("query");
  if (plain) return { query: plain };
  const packed = asked.get("q");
  if (!packed) return {};
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return { query: new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"))) };
  } catch {
    return {};
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
}
