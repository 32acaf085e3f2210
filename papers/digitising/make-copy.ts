import { Worker } from 'node:worker_threads'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import type { CopyAsked, FaultyFile, MadeCopy, UploadedFile } from './copy-of.ts'

/** Makes one PDF/A of the files, or says which of them is at fault. */
export function makeCopy(files: readonly UploadedFile[], asked: CopyAsked): Promise<FaultyFile | MadeCopy> {
  return inTurn(() => beside<FaultyFile | MadeCopy>(files, asked))
}

/** Why files cannot be taken as they are; null when they can. */
export function lookInto(files: readonly UploadedFile[]): Promise<FaultyFile | null> {
  return inTurn(() => beside<FaultyFile | null>(files, null))
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: the memory taken is that of one upload, however many officers send at once. */
function inTurn<Answer>(job: () => Promise<Answer>): Promise<Answer> {
  const mine = last.then(job, job)
  last = mine.catch(() => undefined)
  return mine
}

const HEAP_MB = 512

/** In a thread of its own, which ends with the job or when its time is up; the program goes on answering meanwhile. */
function beside<Answer>(
  files: readonly UploadedFile[],
  asked: CopyAsked | null,
): Promise<Answer | FaultyFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('copy-worker.ts', import.meta.url), {
      workerData: { files, asked },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    })
    const tooSlow = { fault: 'too-slow', name: files[0]?.name ?? '' } as const
    const limit = setTimeout(() => end(() => resolve(tooSlow)), UPLOAD_LIMITS.seconds * 1000)
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
