import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, measuredIn, type UploadedFile } from './look-into.ts'

/** Runs beside the program, for one look: without the typesetter, which takes longer to wake than the look. */
const { files, asked }: { files: readonly UploadedFile[]; asked: 'measures' | null } = workerData
const [first] = files
const answer = asked === 'measures' && first ? await measuredIn(first) : await faultOf(files)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(answer)
