import type { z } from 'zod'
import type { Fact } from '#domain/outcome.ts'
import { type FieldFaultCode, type ShapeFault, shapeFaults } from '#shapes/shape-faults.ts'
import type { Language } from '#web/words/format.ts'
import { wordsIn } from '#web/words/words.ts'

/** Where (a JSON pointer into the body, or a parameter) and what is wrong. */
export interface FieldFault {
  readonly pointer?: string
  readonly parameter?: string
  readonly code: FieldFaultCode
  readonly messages: Record<Language, string>
  readonly facts: { readonly [name: string]: Fact }
}

/** The faults of a body, each at its JSON pointer (RFC 6901, as a URI fragment). */
export function bodyFaults(error: z.ZodError, body: unknown): FieldFault[] {
  return shapeFaults(error, body).map(({ path, ...fault }) => ({
    pointer: `#${path.map(pointed).join('')}`,
    ...told(fault),
  }))
}

/** The faults of parameters in the address. */
export function parameterFaults(error: z.ZodError, parameters: unknown): FieldFault[] {
  return shapeFaults(error, parameters).map(({ path, ...fault }) => ({
    parameter: String(path[0] ?? ''),
    ...told(fault),
  }))
}

function told({ code, facts }: Omit<ShapeFault, 'path'>) {
  const said = (language: Language) => wordsIn(language).fieldFaults[code](facts)
  return { code, messages: { vi: said('vi'), en: said('en') }, facts }
}

function pointed(part: PropertyKey): string {
  return `/${encodeURIComponent(String(part).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`
}
