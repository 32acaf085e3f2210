import { resultTemplateFaults } from '../result-values.ts'
import { templateFaults } from '../check-template.ts'
import { printCounted } from '../print.ts'
import { printDraft, printResult, printResultOnPaper } from '../result.ts'

/** What is done with a centre's own template, by name: the same functions that print with the house's. */
export const JOBS = {
  paper: printCounted,
  'result-to-sign': printResult,
  'result-on-paper': printResultOnPaper,
  draft: printDraft,
  'try-form': templateFaults,
  'try-result': resultTemplateFaults,
} as const

export type Jobs = typeof JOBS
export type JobName = keyof Jobs
