import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { formSchema, type JsonSchema } from '#domain/procedure/form-schema.ts'
import type { Desk } from '../desk.ts'
import { filingLaw } from './filing-law.ts'

/** The electronic form of a procedure as it holds today, for programs that fill it in. */
export async function seeFormSchema(desk: Desk, procedure: string): Promise<Outcome<JsonSchema>> {
  const law = await filingLaw(desk, procedure)
  return isRefusal(law) ? law : formSchema(law.form)
}
