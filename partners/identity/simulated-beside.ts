import { Worker } from 'node:worker_threads'
import type { SimulatedIdentity, SimulatedSettings } from './simulated-identity.ts'

/** The simulator in a thread of its own: what it says of itself to its developers is no matter of who starts us. */
export function simulatedIdentityBeside(settings: SimulatedSettings): Promise<SimulatedIdentity> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('identity-worker.ts', import.meta.url), {
      workerData: settings,
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    // Read, so that it never waits for a reader.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.once('message', (opened: Omit<SimulatedIdentity, 'close'>) =>
      resolve({ ...opened, close: async () => void (await worker.terminate()) }),
    )
    worker.once('error', reject)
  })
}
