/** What a packet says of a file that goes with it. */
export interface KeptFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** A file as it is kept beside a draft: its bytes, and what a packet says of it. */
export async function keptFile(
  blob: Blob,
  name: string,
): Promise<{ readonly file: KeptFile; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const file = {
    id: crypto.randomUUID(),
    name,
    mediaType: blob.type,
    size: bytes.length,
    sha256: hash.toHex(),
  }
  return { file, bytes }
}
