/** Bytes as the safe type they were found to be; they may do nothing in the browser. */
export function contentAnswer({
  name,
  mediaType,
  bytes,
}: {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy':
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
    },
  })
}
