import type { Channel, Procedure } from '#domain/procedure/procedure.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { Chance } from './chance.ts'
import { drawCitizen, drawOrganisation } from './people.ts'

/** Where and how a dossier comes in. */
export interface Way {
  readonly channel: Channel
  readonly placeOfReceipt: string
  readonly placeOfSupport: string | null
}

/** Draws what is handed in for a procedure: by whom, with which papers, to be returned how. */
export function drawDossier(
  procedure: Procedure,
  at: Temporal.Instant,
  { channel, placeOfReceipt, placeOfSupport }: Way,
  chance: Chance,
): DossierToReceive {
  const chosen = chance.of(procedure.cases)
  const isBusiness =
    procedure.applicants === 'business' || (procedure.applicants === 'both' && chance.is(0.3))
  const owner = isBusiness ? drawOrganisation(chance) : drawCitizen(chance)
  return {
    id: chance.id(at),
    procedure: procedure.key,
    case: chosen.key,
    channel,
    placeOfReceipt,
    placeOfSupport,
    applicant: isBusiness || chance.is(0.15) ? drawCitizen(chance) : owner,
    owner,
    components: chosen.components
      .filter((one) => one.original + one.certified + one.copy > 0 && (one.isRequired || chance.is(0.3)))
      .map(({ key, original, certified, copy }) => ({
        component: key,
        original,
        certified,
        copy,
        insteadOfPaper: null,
      })),
    copiesWanted: chance.is(0.3) ? chance.between(2, 5) : 1,
    returnWish:
      channel === 'post' || channel === 'home'
        ? { way: channel, address: `Khu ${chance.between(1, 9)}, phường Mạo Khê` }
        : { way: 'counter', address: null },
  }
}
