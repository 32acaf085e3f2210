import { type Outcome, refuse } from '#domain/outcome.ts'
import { type Apart, apart } from './apart/apart.ts'
import { type OwnTemplate, type Paper, printCounted, type TemplateFault } from './print.ts'
import {
  printDraft,
  printResult,
  printResultOnPaper,
  type ResultOnPaper,
  type ResultToPrint,
} from './result.ts'

/**
 * Printing for the running program. The house's own templates are set here and now; what a centre brought along is set in
 * a process of its own (`apart`), and what is wrong with it for these data is an answer, not an accident.
 */
export function paperPrinted(paper: Paper): Promise<Outcome<Uint8Array>> {
  return isOwn(paper)
    ? outcome(apart('paper', [paper]), ({ bytes }) => bytes)
    : Promise.resolve(printCounted(paper).bytes)
}

/** A result to be signed with a key. */
export function resultToSign(
  result: ResultToPrint,
): Promise<Outcome<Awaited<ReturnType<typeof printResult>>>> {
  return isOwn(result) ? outcome(apart('result-to-sign', [result]), itself) : printResult(result)
}

/** A result to be signed by hand. */
export async function resultOnPaper(result: ResultToPrint): Promise<Outcome<ResultOnPaper>> {
  return isOwn(result) ? outcome(apart('result-on-paper', [result]), itself) : printResultOnPaper(result)
}

/** A version of a draft to look at. */
export async function draftPrinted(result: ResultToPrint): Promise<Outcome<Uint8Array>> {
  return isOwn(result) ? outcome(apart('draft', [result]), itself) : printDraft(result)
}

const isOwn = ({ template }: { readonly template: string | OwnTemplate }) => typeof template !== 'string'
const itself = <Made>(made: Made): Made => made

async function outcome<Made, Out>(
  doing: Promise<Apart<Made>>,
  take: (made: Made) => Out,
): Promise<Outcome<Out>> {
  const done = await doing
  return 'made' in done ? take(done.made) : templateFailed(done.faults)
}

function templateFailed([first]: readonly TemplateFault[]) {
  const { file = '', line = null, message = '', limit = null } = first ?? {}
  return refuse('template-failed', { file, line, message, limit })
}
