import { type ChildProcess, fork } from 'node:child_process'
import type { TemplateFault } from '../print.ts'
import type { JobName, Jobs } from './jobs.ts'

/** Asked of the printer, and what it answers. */
export interface Asked {
  readonly id: number
  readonly job: JobName
  readonly given: readonly unknown[]
}
export interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly faults?: readonly TemplateFault[]
  readonly error?: string
}

/** What was made, or why the template makes nothing. */
export type Apart<Made> = { readonly made: Made } | { readonly faults: readonly TemplateFault[] }

/** A template that is in order takes a tenth of a second; a machine may be busy. */
const MOST_MS = 20_000
/** Unused for so long, the printer ends and gives its memory back. */
const IDLE_MS = 60_000

/**
 * Does something with a centre's own template, in a process of its own with so much time and memory and no more: a
 * template that never comes to an end, or asks for all there is, ends that process and nothing else.
 */
export function apart<Name extends JobName>(
  job: Name,
  given: Parameters<Jobs[Name]>,
  mostMs: number = MOST_MS,
): Promise<Apart<Awaited<ReturnType<Jobs[Name]>>>> {
  const mine = last.then(() => asked(job, given, mostMs))
  last = mine.catch(() => undefined)
  return mine as Promise<Apart<Awaited<ReturnType<Jobs[Name]>>>>
}

/** One at a time: the time and memory taken are those of one template. */
let last: Promise<unknown> = Promise.resolve()
let printer: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let count = 0

function asked(job: JobName, given: readonly unknown[], mostMs: number): Promise<Apart<unknown>> {
  clearTimeout(idle)
  const child = thePrinter()
  child.ref()
  child.channel?.ref()
  count += 1
  const id = count
  return new Promise<Apart<unknown>>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(limit)
      child.off('message', onMessage)
      child.off('exit', onExit)
      rest(child)
      settle()
    }
    const limit = setTimeout(() => {
      gone(child)
      child.kill('SIGKILL')
      end(() => resolve(over('time')))
    }, mostMs)
    const onMessage = (answer: Answer) => {
      if (answer.id !== id) return
      end(() => {
        if (answer.error !== undefined) reject(new Error(answer.error))
        else resolve(answer.faults ? { faults: answer.faults } : { made: answer.value })
      })
    }
    const onExit = () => {
      gone(child)
      end(() => resolve(over('memory')))
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send({ id, job, given: [...given] } satisfies Asked, (error) => {
      // It was ended between two askings: another one does it.
      if (error) {
        gone(child)
        end(() => resolve(asked(job, given, mostMs)))
      }
    })
  })
}

const over = (limit: 'time' | 'memory'): Apart<never> => ({
  faults: [{ file: '', line: null, message: '', limit }],
})

function thePrinter(): ChildProcess {
  if (printer) return printer
  const child = fork(new URL('printer.ts', import.meta.url), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.once('exit', () => gone(child))
  printer = child
  return child
}

/** Ended, it is not asked again. */
function gone(child: ChildProcess): void {
  if (printer === child) printer = undefined
}

/** Done, it keeps nobody from ending, and ends by itself when it is not asked again. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  idle = setTimeout(() => {
    gone(child)
    child.disconnect()
  }, IDLE_MS).unref()
}
