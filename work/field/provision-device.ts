import { type Day, dayOf, toMoment } from '#domain/calendar/moment.ts'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import { isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import type { Provision, ProvisionToMake } from '#shapes/field/provision.ts'
import { keepProvision } from '#store/field-provisions.ts'
import { registrationsOf } from '#store/outreach-sessions.ts'
import { centreLawOf, type CentreLaw } from '../centre-book.ts'
import { derivedId } from '../derived-id.ts'
import { communeOn } from '../outreach/communes.ts'
import { recordLook } from '../outreach/see-sessions.ts'
import { seeStaffOf } from '../reading/see-staff.ts'
import type { DeviceDesk } from './device-desk.ts'
import { type OutingAsked, outingAsked } from './outing-asked.ts'
import { resultsToBring } from './results-to-bring.ts'

/** What one device can receive in a day before it has to call again. */
const NUMBERS = 250

/**
 * All a device needs for an outing without a network: the law of its days, numbers of its own, and whom it will meet.
 * Asked again with the same id it leases nothing again. Whose data are given along is recorded.
 */
export async function provisionDevice(at: DeviceDesk, given: ProvisionToMake): Promise<Outcome<Provision>> {
  const { desk, device } = at
  const { centre, actor, now, field } = desk
  if (!field) return refuse('no-field-work')
  const outing = await outingAsked(at, given.outing)
  if (isRefusal(outing)) return outing
  const days = daysFrom(outing.on, given.days)
  if ((days.at(-1) ?? '') < dayOf(now).toString()) return refuse('outing-over', { on: outing.on })
  const law = await centreLawOf(centre)
  const { ruleSets, version: lawVersion } = law.book
  const numbers = days.flatMap((on) => {
    const identifier = ruleSets.findLast(({ from }) => from <= on)?.codeIdentifier
    return identifier === undefined
      ? []
      : [{ id: derivedId(given.id, 'numbers', on), on, identifier, size: NUMBERS }]
  })
  const { on, opens, closes } = outing
  const kept = await keepProvision(
    centre,
    { ...given, device: device.id, on, opens, closes, madeAt: toMoment(now) },
    numbers,
  )
  if (kept.device !== device.id || kept.outing.id !== given.outing.id)
    return refuse('command-id-reused', { id: given.id })
  return {
    id: kept.id,
    now: toMoment(now),
    lawVersion,
    centre: { name: centre.name, isDemonstration: centre.isDemonstration },
    officer: { id: actor.id, name: actor.name, units: unitsOf(at, on) },
    ...lawOf(law, days, outing),
    ...(await peopleOfOuting(at, given, outing)),
    numbers: kept.numbers.map((one) => ({ ...one })),
    publicKey: field.publicKey,
  }
}

function daysFrom(on: Day, many: number): readonly Day[] {
  const first = Temporal.PlainDate.from(on)
  return Array.from({ length: many }, (_, ahead) => first.add({ days: ahead }).toString())
}

/** Where the officer receives on the day of the outing. */
function unitsOf({ desk: { actor } }: DeviceDesk, on: Day): readonly string[] {
  const units = [...new Set(appointmentsOn(actor, on).map(({ unit }) => unit))]
  return units.filter((unit) => !isRefusal(may(actor, { kind: 'receive-dossier', unit }, on)))
}

/** The law of the days out: what may be received there, its forms, places, calendars and rules. */
function lawOf(
  { book, forms, places, guide, calendars }: CentreLaw,
  days: readonly Day[],
  outing: OutingAsked,
) {
  const channel = outing.visit ? 'home' : 'mobile'
  const isWanted = (one: Procedure) =>
    isOffered(one, channel) &&
    (outing.units.length === 0 || outing.units.includes(one.unit)) &&
    days.some((on) => one.from <= on && (one.until === null || on < one.until))
  const procedures = [...book.procedures.values()].flat().filter(isWanted)
  const asked = new Set(procedures.map(({ form }) => form))
  const last = days.at(-1) ?? outing.on
  return {
    units: [...book.units.values()].map(({ code, name }) => ({ code, name })),
    procedures,
    englishNames: Object.fromEntries(
      procedures.flatMap(({ key, name }) => {
        const english = guide.plainNames.get(key)?.en ?? guide.english.get(name)
        return english === undefined ? [] : [[key, english] as const]
      }),
    ),
    guide: {
      plainNames: Object.fromEntries(
        procedures.flatMap(({ key }) => {
          const plain = guide.plainNames.get(key)
          return plain === undefined ? [] : [[key, plain] as const]
        }),
      ),
      everydayWords: guide.everydayWords,
    },
    forms: [...forms.values()].flat().filter(({ key, from }) => asked.has(key) && from <= last),
    places: places.map(({ code, name, kind, parent, from, until }) => {
      return { code, name, kind, parent, from, until }
    }),
    calendars,
    dataSources: book.dataSources,
    ruleSets: book.ruleSets.map(({ key, from, codeIdentifier, transfer, lapse }) => {
      return { key, from, codeIdentifier, transfer, lapse: lapse ?? HOUSE_LAPSE }
    }),
  }
}

/** Whom the officer will meet: who registered, who is visited, whose results are brought along. */
async function peopleOfOuting(
  { desk }: DeviceDesk,
  { outing: { kind, id } }: ProvisionToMake,
  outing: OutingAsked,
): Promise<Pick<Provision, 'outing' | 'registrations' | 'results'>> {
  const { visit } = outing
  await recordLook(desk, visit ? 'see-home-visit' : 'see-session', visit?.code ?? id)
  const law = await centreLawOf(desk.centre)
  const [team, registrations, results] = await Promise.all([
    seeStaffOf(desk.centre, outing.team),
    visit ? [] : registrationsOf(desk.centre, id),
    resultsToBring(desk, { id, ...outing }),
  ])
  for (const { code } of results) await recordLook(desk, 'bring-result', code)
  const { on, opens, closes, place, commune, equipment } = outing
  const hours = visit ? { opens: null, closes: null } : { opens, closes }
  const communeName = communeOn(law, commune, on).name
  return {
    outing: {
      kind,
      id,
      on,
      ...hours,
      place,
      communeName,
      team: team.map((one) => ({ id: one.id, name: one.name })),
      commune,
      equipment,
      person: visit && {
        id: visit.id,
        code: visit.code,
        name: visit.name,
        born: visit.born,
        phone: visit.phone,
        address: visit.address,
        hamlet: visit.hamlet,
        contactName: visit.contactName,
        contactPhone: visit.contactPhone,
        wish: visit.wish,
        ground: visit.state.claim?.ground ?? null,
      },
    },
    registrations: registrations.map(({ id: of, slot, name, phone, procedure }) => {
      return { id: of, slot, name, phone, procedure }
    }),
    results,
  }
}
