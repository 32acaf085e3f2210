import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Day } from '#domain/calendar/moment.ts'
import { type Citizen, isVerified } from '#domain/people/citizen.ts'
import { covers, gives, holdsOn, isBorneOut } from '#domain/people/representation.ts'
import { belongingOf } from './belonging.ts'
import type { HandBack } from './commands.ts'
import type { Dossier } from './dossier.ts'

/** Where an electronic result is given out: among the papers of the account. */
const OWN_PAPERS = 'Mục “Giấy tờ của tôi” của tài khoản đã xác thực định danh'

/**
 * A citizen takes an electronic result. The national identity has looked at who he is in place of the counter; who is not
 * the applicant or the owner shows that he acts for one of them, on another's word than his own.
 */
export function takenOnline(
  dossier: Dossier,
  citizen: Citizen,
  { id, on }: { readonly id: string; readonly on: Day },
): Outcome<Pick<HandBack, 'way' | 'receiver' | 'proof'>> {
  const sha256 = dossier.stage === 'ready' ? dossier.document : undefined
  if (sha256 === undefined || dossier.returnWish.way !== 'electronic') return refuse('no-electronic-result')
  const { name, idNumber } = citizen
  if (!isVerified(citizen) || idNumber === null) return refuse('not-verified')
  const authority = authorityOf(dossier, citizen, on)
  if (authority === undefined) return refuse('receiver-unknown')
  return {
    way: 'electronic',
    receiver: { name, idNumber, isAuthorised: authority !== null, ...authority },
    proof: {
      identity: { paper: 'electronic-identity', number: idNumber, how: 'seen', whyDiffers: null },
      acknowledged: { how: 'electronic', reference: id },
      sent: { to: OWN_PAPERS, sha256 },
      slip: null,
      withdrawn: [],
      papersBack: null,
      together: null,
    },
  }
}

/** By what he takes it for somebody; null for himself, undefined where it is nobody of the dossier he acts for. */
function authorityOf(dossier: Dossier, { idNumber, actsFor }: Citizen, on: Day) {
  const { numbers, procedure } = belongingOf(dossier)
  if (idNumber !== null && numbers.includes(idNumber)) return null
  const found = actsFor.find(
    (one) =>
      one.principal.number !== null &&
      numbers.includes(one.principal.number) &&
      isBorneOut(one) &&
      holdsOn(one, on) &&
      covers(one, procedure) &&
      gives(one, 'file'),
  )
  if (!found) return undefined
  if (found.ground === 'national')
    return {
      authority: `Định danh điện tử của ${found.principal.name}`,
      authorityKind: 'legal-representative',
    } as const
  return {
    authority: `Ủy quyền của ${found.principal.name} ghi tại Trung tâm`,
    authorityKind: 'written',
    scope: 'Nhận kết quả điện tử',
    ...(found.until !== null && { authorityUntil: dayBefore(found.until) }),
  } as const
}

const dayBefore = (day: Day) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
