import type { LookedPage } from './looked-page.ts'

/** Beside the page, in a thread that ends with the look: a picture of twelve million dots takes a second or two. */
export function lookedAt(script: string, picture: Blob): Promise<LookedPage> {
  if (!('OffscreenCanvas' in window)) return Promise.resolve({ kind: 'unreadable' })
  const worker = new Worker(script, { type: 'module' })
  return new Promise<LookedPage>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<LookedPage>) => resolve(data))
    worker.addEventListener('error', () => resolve({ kind: 'unreadable' }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    worker.postMessage(picture)
  }).finally(() => worker.terminate())
}
