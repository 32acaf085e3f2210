import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FiledBy } from '#domain/dossier/events.ts'
import type { Citizen } from '#domain/people/citizen.ts'
import type { Representation } from '#domain/people/representation.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { aCompleteDossier, aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import type { Desk } from '../desk.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { dossierByKey } from './dossier-by-key.ts'
import { followOwn, keyOfOwn, seeOwnDossiers } from './follow-own.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const HUONG = '022185001234'
const BINH = '022190005678'
const ACCOUNT = '01940000-0000-7000-8000-0000000000a1'
const ANOTHER = '01940000-0000-7000-8000-0000000000a2'

function citizen(over: Partial<Citizen> = {}): Citizen {
  return {
    kind: 'citizen',
    id: ACCOUNT,
    name: 'Nguyễn Thị Hương',
    bornOn: '1985-02-03',
    idNumber: HUONG,
    assurance: 'national-2',
    phone: null,
    email: null,
    actsFor: [],
    ...over,
  }
}

function acting(over: Partial<Representation> = {}): Representation {
  const principal = { kind: 'citizen', name: 'Trần Văn Bình', number: BINH } as const
  const given = { right: 'see', ground: 'granted', procedures: null } as const
  return { id: ANOTHER, principal, ...given, from: '2019-01-01', until: null, ...over }
}

const deskOf = (actor: Citizen): Desk => ({ centre: opened.centre, now: EIGHT, actor })

const person = (name: string, idNumber: string | null) =>
  ({ kind: 'citizen', name, idNumber, phone: null, address: null }) as const

let minute = 0
async function received(over: Partial<DossierToReceive>, filedBy?: FiledBy): Promise<string> {
  const desk = hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ minutes: (minute += 1) }))
  return allowed(await receiveDossier(desk, await aCompleteDossier(hall, over), filedBy && { filedBy })).code
}

async function codes(actor: Citizen): Promise<readonly string[]> {
  const { lines } = allowed(await seeOwnDossiers(deskOf(actor), { after: null, size: 50 }))
  return lines.map(({ code }) => code)
}

test('whose a dossier is hangs on the vouched-for number, the account it came from, and who lets whom', async () => {
  const huong = person('Nguyễn Thị Hương', HUONG)
  const binh = person('Trần Văn Bình', BINH)
  const handedIn = await received({ applicant: huong })
  const forOther = await received({ applicant: huong, owner: binh })
  const ofOther = await received({ applicant: binh })
  const filed = await received(
    { applicant: person('Lê Thị Ký', null) },
    { account: ACCOUNT, representation: null },
  )
  const byOther = await received(
    { applicant: person('Lê Thị Ký', null) },
    { account: ANOTHER, representation: null },
  )

  expect(await codes(citizen())).toEqual([filed, forOther, handedIn])
  // What somebody only says of himself opens nothing others have filed.
  expect(await codes(citizen({ assurance: 'stated' }))).toEqual([filed])
  expect(await codes(citizen({ id: ANOTHER, idNumber: null, assurance: 'stated' }))).toEqual([byOther])
  const lent = citizen({ actsFor: [acting()] })
  expect(await codes(lent)).toEqual([filed, ofOther, forOther, handedIn])
  for (const over of [
    { until: '2019-03-05' },
    { ground: 'stated' },
    { procedures: ['another'] },
  ] satisfies Partial<Representation>[])
    expect(await codes(citizen({ actsFor: [acting(over)] }))).toEqual([filed, forOther, handedIn])

  const seen = allowed(await followOwn(deskOf(lent), ofOther))
  expect(seen).toMatchObject({ code: ofOther, stage: 'in-process', toDo: [] })
  expect(JSON.stringify(seen)).not.toMatch(/Bình|022190005678/)
  for (const code of [ofOther, byOther, '000.00.12.H49-190305-9999', 'xyz'])
    for (const opens of [followOwn, keyOfOwn])
      expect(await opens(deskOf(citizen()), code)).toMatchObject({ refused: 'no-such-dossier' })
  // Who may see it may pay it: the key opens the page where that is done.
  const key = allowed(await keyOfOwn(deskOf(lent), ofOther))
  expect(await dossierByKey(deskOf(citizen()), key)).toMatchObject({ dossier: { code: ofOther } })
  const [line] = allowed(await seeOwnDossiers(deskOf(lent), { after: null, size: 2 })).lines.slice(1)
  expect(line).toMatchObject({ code: ofOther, forWhom: 'Trần Văn Bình' })
  expect(await seeOwnDossiers(hall.deskOf('clerk', 'HCC-TN'), { after: null, size: 5 })).toMatchObject({
    refused: 'not-permitted',
  })
})

test('a long list is walked page by page, each dossier once', async () => {
  const number = '022199000001'
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) made.push(await received({ applicant: person('Phạm Thị Đông', number) }))
  const desk = deskOf(citizen({ id: '01940000-0000-7000-8000-0000000000a3', idNumber: number }))
  const walked: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const { lines, next }: { lines: readonly { code: string }[]; next: string | null } = allowed(
      await seeOwnDossiers(desk, { after, size: 2 }),
    )
    expect(lines.length).toBeLessThanOrEqual(2)
    walked.push(...lines.map(({ code }) => code))
    after = next
  }
  expect(walked).toEqual(made.toReversed())
})
