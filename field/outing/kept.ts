import { useEffect, useState } from 'preact/hooks'

/** Something read from the device, null until it is there; read again when the key is another. */
export function useKept<Value>(read: () => Promise<Value>, key: unknown): Value | null {
  const [value, put] = useState<Value | null>(null)
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const found = await read()
      if (!isGone) put(found)
    }
    void open()
    return () => {
      isGone = true
    }
  }, [key])
  return value
}
