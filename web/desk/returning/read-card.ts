import { type CitizenCard, readCitizenCard } from '#domain/people/citizen-card.ts'
import type { HandOver } from '#work/returning/see-hand-over.ts'
import type { Fault } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

export interface CardShown {
  /** The form with what the card says filled in, the card's own field empty again. */
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly said?: string
}

/** Whose card was scanned: the applicant's, the owner's (by today's number or the one before), or somebody else's. */
export function readCard(words: Words, sent: Typed, { applicant, owner }: HandOver): CardShown {
  const said = words.desk.returning
  const { card, ...unread } = readCitizenCard(first(sent, 'card'))
  const number = card?.number ?? ('sureNumber' in unread ? unread.sureNumber : null)
  const isOn = (known: string | null) => known !== null && (known === number || known === card?.oldNumber)
  if (isOn(applicant.idNumber))
    return {
      typed: filled(sent, { 'receiver.who': 'applicant', ...shown(words, card, number, applicant) }),
      said: said.cardIsApplicant(applicant.name),
    }
  if (isOn(owner.idNumber))
    return {
      typed: filled(sent, { 'receiver.who': 'owner', ...shown(words, card, number, owner) }),
      said: said.cardIsOwner(owner.name),
    }
  if (!card) return { typed: filled(sent, {}), faults: [{ field: 'card', text: said.cardUnread }] }
  const other = {
    'receiver.who': 'authorised',
    'receiver.name': card.name,
    ...shown(words, card, number),
  }
  return { typed: filled(sent, other), said: said.cardIsOther(card.name) }
}

/** What the card proves. A number before it that the card names is the one of the dossier, and the card says so. */
function shown(
  words: Words,
  card: CitizenCard | undefined,
  number: string | null,
  party?: HandOver['applicant'],
) {
  const isOld = card?.oldNumber !== null && card?.oldNumber === party?.idNumber
  return {
    'identity.whyDiffers': isOld ? words.desk.returning.newCard : '',
    'identity.paper': 'citizen-card',
    'identity.how': 'scanned',
    'identity.number': card?.number ?? number ?? '',
  }
}

function filled(sent: Typed, fields: { readonly [name: string]: string }): Typed {
  const given = Object.entries({ card: '', ...fields }).map(([name, text]) => [name, [text]])
  return { ...sent, fields: { ...sent.fields, ...Object.fromEntries(given) } }
}
