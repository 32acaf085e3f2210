import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type FormField, walked } from '#domain/procedure/form.ts'
import { moveDraft } from '#store/filing-drafts.ts'
import { seal } from '../chance.ts'
import type { AtDraft } from './own-draft.ts'
import { type SeenDraft, seeDraft } from './see-draft.ts'

/** What a new version of a form asks otherwise than the one a draft was begun with. */
export interface FormChange {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly gone: readonly string[]
}

/** The fields that differ, by their labels. */
export function formChange({ form, law }: Pick<SeenDraft, 'form' | 'law'>): FormChange {
  const [before, after] = [byPath(form.fields), byPath(law.form.fields)]
  const labels = (paths: Iterable<string>, of: ReadonlyMap<string, FormField>) =>
    [...paths].flatMap((path) => of.get(path)?.label ?? [])
  const changed = [...after.keys()].filter((path) => {
    const old = before.get(path)
    return old && contentOf(old) !== contentOf(after.get(path))
  })
  return {
    added: labels(
      [...after.keys()].filter((path) => !before.has(path)),
      after,
    ),
    changed: labels(changed, after),
    gone: labels(
      [...before.keys()].filter((path) => !after.has(path)),
      before,
    ),
  }
}

function byPath(fields: readonly FormField[]): ReadonlyMap<string, FormField> {
  return new Map([...walked(fields)].map(({ field, path }) => [path.join('.'), field] as const))
}

/** A field without what stands inside it, which is compared by itself. */
function contentOf(field: FormField | undefined): string {
  return seal(JSON.stringify(field && 'fields' in field ? { ...field, fields: [] } : field))
}

/** The draft goes on with the form as it holds today; what was typed stays in the boxes that are still there. */
export async function carryOver(at: AtDraft, id: string): Promise<Outcome<true>> {
  const seen = await seeDraft(at, id)
  if (isRefusal(seen)) return seen
  if (seen.isFormChanged) await moveDraft(at.desk.centre, id, seen.law.form)
  return true
}
