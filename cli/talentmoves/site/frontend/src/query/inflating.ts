/** Compressed files, whatever the server made of them. */

/** Returns the content of a gzip file; what a server has already unpacked (Content-Encoding) comes back as it is. */
export async function inflated(content: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(content, 0, Math.min(2, content.byteLength));
  if (first !== 0x1f || second !== 0x8b) return content;
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Hands out the content piece by piece, and tells how much of it has been taken. */
export function* chunks(content: Uint8Array, taken: (bytes: number) => void): Generator<Uint8Array> {
  const size = 1 << 20;
  for (let from = 0; from < content.length; from += size) {
    yield content.subarray(from, from + size);
    taken(Math.min(from + size, content.length));
  }
}

/** Fetches a file, and tells how much of it has arrived (from 0 to 1) where the server says how long it is. */
export async function fetched(address: string, arrived: (part: number) => void): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
  // The length is that of what is sent, which says nothing of what arrives when the server compresses on the way.
  const length = answer.headers.get("Content-Encoding") ? 0 : Number(answer.headers.get("Content-Length"));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    pieces.push(value);
    size += value.length;
    if (length) arrived(Math.min(1, size / length));
  }
  return new Blob(pieces).arrayBuffer();
}
