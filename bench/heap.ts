/** A look into the heap of a program that runs with `--inspect`. */
export interface Heap {
  /** Bytes in use after everything that nobody holds was collected. */
  held(): Promise<number>
  close(): void
}

/** Opens the inspector of a program at a port of this machine. */
export async function heapOf(port: number): Promise<Heap> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const [target] = targets
  if (!target) throw new Error('the program has no inspector')
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const waiting = new Map<number, (result: { usedSize?: number }) => void>()
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number } }
    if (said.id === undefined) return
    waiting.get(said.id)?.(said.result ?? {})
    waiting.delete(said.id)
  })
  let asked = 0
  const ask = (method: string) =>
    new Promise<{ usedSize?: number }>((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      socket.send(JSON.stringify({ id: asked, method }))
    })
  return {
    async held() {
      await ask('HeapProfiler.collectGarbage')
      return (await ask('Runtime.getHeapUsage')).usedSize ?? 0
    },
    close: () => socket.close(),
  }
}
