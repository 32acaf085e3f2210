type Bytes = Uint8Array<ArrayBuffer>

/** Bytes under a key, with what they were sealed with. */
export interface Sealed {
  readonly iv: Bytes
  readonly bytes: Bytes
}

const IV_BYTES = 12

/** Seals bytes by AES-256-GCM, each time with an iv of its own. */
export async function sealed(key: CryptoKey, bytes: Bytes): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes)) }
}

/** What was sealed; null with another key, or where it was changed. */
export async function opened(key: CryptoKey, { iv, bytes }: Sealed): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

/** Seals a value as JSON. */
export function sealedValue(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealed(key, new TextEncoder().encode(JSON.stringify(value)))
}

/** A value that was sealed here as JSON. Throws where it cannot be opened: nobody else ever wrote it. */
export async function openedValue<Value>(key: CryptoKey, one: Sealed): Promise<Value> {
  const bytes = await opened(key, one)
  if (bytes === null) throw new Error('what lies on the device is not under this key')
  const value: Value = JSON.parse(new TextDecoder().decode(bytes))
  return value
}
