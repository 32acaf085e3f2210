import { parentPort, workerData } from 'node:worker_threads'
import { type CopyAsked, copyOf } from './copy-of.ts'
import type { UploadedFile } from './look-into.ts'

/** Runs beside the program, for one copy: what goes wrong in here takes nothing else along. */
const { files, asked }: { files: readonly UploadedFile[]; asked: CopyAsked } = workerData
const answer = await copyOf(files, asked)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(answer)
