import { refuse } from '#domain/outcome.ts'
import type { Chosen, Doing, ForAll } from '#shapes/chosen-dossiers.ts'
import { type Changed, type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { assignSeveral } from '../dividing/assign-several.ts'
import { oneByOne, type OneDone } from '../one-by-one.ts'
import { commandOf, type SeenChosen } from './see-chosen.ts'

/** One of several, with the number another body gave its document, where that is typed. */
export type ToDo = Chosen &
  Pick<SeenChosen, 'unit' | 'post' | 'kind' | 'owedDong'> & { readonly documentNumber?: string }

/**
 * Does the same to several dossiers, each by a command of its own on the version and step it was chosen at. The ids of
 * the commands stem from the form's, so that a form sent twice has one effect.
 */
export async function doMany(
  desk: Desk,
  { doing, toDo, forAll }: { readonly doing: Doing; readonly toDo: readonly ToDo[]; readonly forAll: ForAll },
  onFault: (fault: unknown) => void,
): Promise<readonly OneDone<Chosen, Changed>[]> {
  const { id, note, to } = forAll
  if (doing === 'assign' && to !== null) return assignSeveral(desk, { id, work: toDo, to, note }, onFault)
  return oneByOne(
    toDo,
    async (one) => {
      const given = givenFor(doing, one, forAll)
      return given ? changeDossier(desk, one.code, given) : refuse('not-permitted', { action: doing })
    },
    onFault,
  )
}

function givenFor(doing: Doing, one: ToDo, { id, note }: ForAll): ChangeGiven | null {
  const { code, version, step, documentNumber } = one
  const on = { id: derivedId(id, code, version, step), version, step }
  const type = commandOf(doing, one)
  switch (type) {
    case 'CompleteStep':
    case 'ApproveResult':
      return { ...on, type, note }
    case 'SealResult':
      return { ...on, type, ...(documentNumber !== undefined && { documentNumber }) }
    case 'TakePayment':
      // What comes by transfer or card names its transaction, each its own.
      return { ...on, type, way: 'cash', dong: one.owedDong ?? 0 }
    case 'MarkReady':
    case 'ReceiveAsCompetent':
    case 'ClaimDossier':
      return { ...on, type }
    default:
      return null
  }
}
