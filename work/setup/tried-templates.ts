import { apart } from '#papers/apart/apart.ts'
import { isFormKey } from '#papers/forms.ts'
import type { TemplateFault } from '#papers/print.ts'
import type { ImportFault } from '#shapes/import-fault.ts'
import type { PaperTemplate } from '#store/paper-templates.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import { asImportFault, PAPER_TEMPLATES } from './read-paper-templates.ts'
import { RESULT_TEMPLATES } from './read-result-forms.ts'

interface Templates {
  readonly paperTemplates: readonly PaperTemplate[]
  readonly resultForms: readonly PublishedResultForm[]
}

/**
 * Every template of a centre printed with its sample, in a process of its own: a mistake is told with its file and line, and
 * one that never comes to an end, or takes all memory, is a fault like any other.
 */
export async function triedTemplates({ paperTemplates, resultForms }: Templates): Promise<ImportFault[]> {
  const faults: ImportFault[] = []
  const tell = (found: readonly TemplateFault[], main: string, folder: string) => {
    // Ended for what it took, it names no file: it is the one that was being tried.
    for (const one of found) faults.push(asImportFault(one.limit ? { ...one, file: main } : one, folder))
  }
  for (const { form, main, files } of paperTemplates)
    if (isFormKey(form)) tell(await tried('try-form', [form, { main, files }]), main, PAPER_TEMPLATES)
  for (const { fields, main, files } of resultForms)
    tell(await tried('try-result', [fields, { main, files }]), main, RESULT_TEMPLATES)
  return faults
}

async function tried<Name extends 'try-form' | 'try-result'>(
  ...[name, given]: Parameters<typeof apart<Name>>
): Promise<readonly TemplateFault[]> {
  const done = await apart(name, given)
  return 'made' in done ? done.made : done.faults
}
