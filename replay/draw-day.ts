import { instantAt } from '#domain/calendar/moment.ts'
import { type Channel, inForceOn, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { CentreBook } from '#work/desk.ts'
import type { Chance } from './chance.ts'
import { drawCitizen, drawOrganisation } from './people.ts'

/** What a day is drawn from. Shares are of all dossiers; the 2019 figures of the centre are the usual ones. */
export interface DayShares {
  readonly dossiers: number
  readonly online: number
  readonly post: number
  readonly home: number
}

/** About 51,729 dossiers on the hundred working days of January to May 2019; 28.44 % came online. */
export const SHARES_2019: DayShares = { dossiers: 512, online: 0.2844, post: 0.019, home: 0.001 }

/** A dossier as it will be handed in: when, what, and by whom. */
export interface Arrival {
  readonly at: Temporal.Instant
  readonly procedure: Procedure
  readonly given: DossierToReceive
}

/** Draws the dossiers of one day by the catalogue's weights, in the order of their coming. */
export function drawDay(
  book: CentreBook,
  on: Temporal.PlainDate,
  openMinutes: readonly number[],
  reception: string,
  shares: DayShares,
  chance: Chance,
): Arrival[] {
  const inForce = [...book.procedures.values()]
    .map((versions) => inForceOn(versions, on.toString()))
    .filter((one): one is Procedure => !isRefusal(one))
  const count = Math.round(shares.dossiers * (0.94 + 0.12 * chance.next()))
  return Array.from({ length: count }, () => chance.of(openMinutes))
    .sort((a, b) => a - b)
    .map((minute) => {
      const at = instantAt(on, minute).add({ seconds: chance.between(0, 59) })
      const procedure = chance.byWeight(inForce, (one) => one.weight)
      return { at, procedure, given: drawDossier(procedure, at, reception, shares, chance) }
    })
}

function drawDossier(
  procedure: Procedure,
  at: Temporal.Instant,
  reception: string,
  shares: DayShares,
  chance: Chance,
): DossierToReceive {
  const chosen = chance.of(procedure.cases)
  const isBusiness =
    procedure.applicants === 'business' || (procedure.applicants === 'both' && chance.is(0.3))
  const owner = isBusiness ? drawOrganisation(chance) : drawCitizen(chance)
  const channel = drawChannel(procedure, shares, chance)
  return {
    id: chance.id(at),
    procedure: procedure.key,
    case: chosen.key,
    channel,
    placeOfReceipt: reception,
    placeOfSupport: null,
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

/** Online among the procedures that offer it, so that the share of all dossiers comes out. */
const OFFERED_ONLINE = 0.709
const OFFERED_BY_POST = 0.8

function drawChannel(procedure: Procedure, shares: DayShares, chance: Chance): Channel {
  if (isOffered(procedure, 'online') && chance.is(shares.online / OFFERED_ONLINE)) return 'online'
  if (isOffered(procedure, 'post') && chance.is(shares.post / OFFERED_BY_POST)) return 'post'
  return chance.is(shares.home) ? 'home' : 'counter'
}
