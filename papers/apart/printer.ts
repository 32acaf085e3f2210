import { Worker } from 'node:worker_threads'
import { TemplateBroken } from '../print.ts'
import type { Answer, Asked } from './apart.ts'
import { JOBS } from './jobs.ts'

/** The program beside the program: sets what it is asked for, one after the other, and ends with who asked. */
new Worker(new URL('guard.ts', import.meta.url), { execArgv: [] }).unref()

process.on('message', (asked: Asked) => void answered(asked))

async function answered({ id, job, given }: Asked): Promise<void> {
  const answer = await made(job, given)
  process.send?.({ id, ...answer } satisfies Answer)
}

async function made(job: Asked['job'], given: readonly unknown[]) {
  try {
    // Sender and job agree by `apart`; here they are bytes that came over a channel.
    const does = JOBS[job] as (...args: readonly unknown[]) => unknown
    return { value: await does(...given) }
  } catch (error) {
    if (error instanceof TemplateBroken) return { faults: error.faults }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
