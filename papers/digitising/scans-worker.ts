import { parentPort, workerData } from 'node:worker_threads'
import type { CopyAsked } from './copy-of.ts'
import type { UploadedFile } from './look-into.ts'
import { takenApart } from './taken-apart.ts'

/** Runs beside the program, for one stack of scans. */
const { files, asked }: { files: readonly UploadedFile[]; asked: CopyAsked } = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await takenApart(files, asked))
