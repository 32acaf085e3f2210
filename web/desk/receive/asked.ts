import { isRefusal } from '#domain/outcome.ts'
import { findPeople, takePerson } from '#work/intake/find-people.ts'
import type { DeskVisit } from '../desk-page.ts'
import { first, refusalText, type Typed } from '../form.ts'
import { chosenIn } from './people-found.tsx'
import type { Answered } from './receive-form.tsx'
import { readCardInto, type Side, withParty } from './typed-dossier.ts'

/** What a button asked for, put into the form. */
export async function asked(visit: DeskVisit, sent: Typed): Promise<Answered> {
  const { desk, words } = visit
  const doing = first(sent, 'lam')
  if (doing === 'tim-nguoi') return peopleFor(visit, sent, 'applicant')
  if (doing === 'tim-chu') return peopleFor(visit, sent, 'owner')
  const chosen = chosenIn(doing)
  if (chosen) {
    const party = await takePerson(desk, chosen.code, chosen.role)
    if (isRefusal(party)) return { typed: sent, refused: refusalText(words, party) }
    return { typed: withParty(sent, chosen.side, party) }
  }
  return card(visit, sent)
}

/** People by the name typed, otherwise by the telephone. */
async function peopleFor({ desk, words }: DeskVisit, typed: Typed, side: Side): Promise<Answered> {
  const sought = first(typed, `${side}.name`).trim() || first(typed, `${side}.phone`).trim()
  if (sought === '') {
    const faults = [{ field: `${side}.name`, text: words.desk.receive.nothingToFind }]
    return { typed, faults }
  }
  const people = await findPeople(desk, sought.slice(0, 200))
  if (isRefusal(people)) return { typed, refused: refusalText(words, people) }
  return { typed, found: { side, people } }
}

function card({ words }: DeskVisit, sent: Typed): Answered {
  const side = cardToRead(sent)
  if (side === undefined) return { typed: sent }
  const { typed, fault, said } = readCardInto(words, sent, side)
  return {
    typed,
    ...(said && { said }),
    ...(fault && { faults: [{ field: `${side}Card`, text: fault }] }),
  }
}

/** The cards of a form whose text is to be read: Enter without script presses the first button, whichever was meant. */
function cardToRead(sent: Typed): Side | undefined {
  const doing = first(sent, 'lam')
  if (doing !== 'doc-the' && doing !== 'doc-the-chu') return undefined
  const sides = doing === 'doc-the' ? (['applicant', 'owner'] as const) : (['owner', 'applicant'] as const)
  return sides.find((side) => first(sent, `${side}Card`).trim() !== '')
}
