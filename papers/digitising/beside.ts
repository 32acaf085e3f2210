import { Worker } from 'node:worker_threads'
import type { FaultyFile, UploadedFile } from './look-into.ts'

/** Jobs one at a time: the memory taken is that of one upload, however many officers send at once. */
export function oneByOne(): <Answer>(job: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const mine = last.then(job, job)
    last = mine.catch(() => undefined)
    return mine
  }
}

const HEAP_MB = 512

/** In a thread of its own, which ends with the job or when its time is up; the program goes on answering meanwhile. */
export function beside<Answer>(
  thread: URL,
  seconds: number,
  data: { readonly files: readonly UploadedFile[]; readonly asked: object | string | null },
): Promise<Answer | FaultyFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    })
    const tooSlow = { fault: 'too-slow', name: data.files[0]?.name ?? '' } as const
    const limit = setTimeout(() => end(() => resolve(tooSlow)), seconds * 1000)
    const end = (answer: () => void) => {
      clearTimeout(limit)
      answer()
      void worker.terminate()
    }
    worker.once('message', (answer: Answer) => end(() => resolve(answer)))
    worker.once('error', (error: unknown) =>
      end(() => {
        // It asked for more memory than it gets: the file's fault, and the program stands.
        if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve({ fault: 'bomb', name: tooSlow.name })
        else reject(error)
      }),
    )
  })
}
