import { parentPort, workerData } from 'node:worker_threads'
import { type CopyAsked, copyOf, faultOf, type UploadedFile } from './copy-of.ts'

/** Runs beside the program, for one copy: what goes wrong in here takes nothing else along. */
const { files, asked }: { files: readonly UploadedFile[]; asked: CopyAsked | null } = workerData
const answer = asked === null ? await faultOf(files) : await copyOf(files, asked)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(answer)
