import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NationalPerson } from '#domain/people/national-person.ts'
import { PersonToLetIn, RepresentationToState } from '#shapes/representation.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { citizenById } from '#store/citizens.ts'
import { allowed, EIGHT } from '../a-hall.ts'
import type { Desk } from '../desk.ts'
import { endActingFor, seeAuthority } from './end-representation.ts'
import { enterByIdentity } from './enter-by-identity.ts'
import { letPersonIn } from './let-in.ts'
import { seeRepresentations } from './see-representations.ts'
import { stateRepresentation } from './state-representation.ts'

let one: TestCentre

beforeAll(async () => {
  one = await testCentre({ imported: true })
})
afterAll(() => one.close())

const PUBLIC = () => ({ centre: one.centre, now: EIGHT, actor: { kind: 'public' } }) satisfies Desk

/** The desk of a verified person, read anew. */
async function deskOf(subject: string, idNumber: string, over: Partial<NationalPerson> = {}): Promise<Desk> {
  const person: NationalPerson = {
    subject,
    name: `Người ${subject}`,
    idNumber,
    bornOn: '1985-02-03',
    assurance: 'national-2',
    organisation: null,
    ...over,
  }
  const id = allowed(await enterByIdentity(PUBLIC(), 'vneid', person))
  return { ...PUBLIC(), actor: (await citizenById(one.centre, id)) ?? expect.fail('nobody') }
}
const huong = () => deskOf('huong', '022185001234')
const minh = () => deskOf('minh', '022079004567')
const lan = () =>
  deskOf('lan', '022188009999', {
    organisation: { taxCode: '5700123456', name: 'Công ty TNHH Gốm Đất Việt' },
  })
const actsFor = ({ actor }: Desk) => (actor.kind === 'citizen' ? actor.actsFor : [])

const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
const authorised = (over: object = {}) =>
  RepresentationToState.parse({
    id: randomUUIDv7(),
    kind: 'citizen',
    name: 'Trần Văn Minh',
    number: '022 079 004 567',
    document: 'Giấy ủy quyền 15/2019, UBND phường Mạo Khê chứng thực ngày 01/03/2019',
    procedures: '1.004979',
    lastOn: '2019-06-30',
    ...over,
  })

test('an authorisation is kept with its document, scope and end; sent twice it stands once', async () => {
  const given = authorised()
  const file = { name: 'giấy ủy quyền.pdf', bytes: PDF }
  for (let time = 0; time < 2; time++)
    expect(await stateRepresentation(await huong(), given, file)).toBe(true)
  const [kept, ...more] = allowed(await seeRepresentations(await huong())).mine
  expect(more).toEqual([])
  expect(kept).toMatchObject({
    principal: { kind: 'citizen', name: 'Trần Văn Minh', number: '022079004567' },
    procedures: [expect.stringContaining('hợp tác xã')],
    from: '2019-03-05',
    until: '2019-07-01',
    ground: 'stated',
    document: expect.stringContaining('15/2019'),
    documentName: 'giấy ủy quyền.pdf',
    isLive: true,
  })
  const found = allowed(await seeAuthority(await huong(), given.id))
  expect(Buffer.from(found.bytes).equals(PDF)).toBe(true)
  expect(found.mediaType).toBe('application/pdf')
  expect(await stateRepresentation(await lan(), given, null)).toMatchObject({ refused: 'command-id-reused' })
})

test('the person it is about sees it, opens its document and ends it; a stranger learns nothing', async () => {
  const [stands] = allowed(await seeRepresentations(await minh())).others
  const id = stands?.id ?? ''
  expect(stands).toMatchObject({ agent: { name: 'Người huong' }, ground: 'stated' })
  expect(await seeAuthority(await lan(), id)).toMatchObject({ refused: 'no-such-representation' })
  expect(await endActingFor(await lan(), id)).toMatchObject({ refused: 'no-such-representation' })
  expect(await endActingFor(PUBLIC(), id)).toMatchObject({ refused: 'no-such-representation' })
  expect(await endActingFor(await minh(), id)).toBe(true)
  expect(actsFor(await huong())).toEqual([])
  expect(await endActingFor(await huong(), id)).toMatchObject({ refused: 'no-such-representation' })
})

test('a file that is none, and a procedure there is not, are told and leave nothing behind', async () => {
  const file = { name: 'anh.pdf', bytes: new TextEncoder().encode('không phải PDF') }
  expect(await stateRepresentation(await huong(), authorised(), file)).toMatchObject({
    refused: 'scan-of-no-kind',
  })
  expect(
    await stateRepresentation(await huong(), authorised({ procedures: '9.999999' }), null),
  ).toMatchObject({
    refused: 'no-such-procedure',
    facts: { procedure: '9.999999' },
  })
  expect(actsFor(await huong())).toEqual([])
})

const letting = (over: object = {}) =>
  PersonToLetIn.parse({
    id: randomUUIDv7(),
    name: 'Lê Thị Cúc',
    number: '022195000777',
    right: 'file',
    lastOn: '2019-12-31',
    ...over,
  })

test('who manages an organisation lets in a person who has no account yet; it opens when she is verified', async () => {
  const [managed] = actsFor(await lan())
  const given = letting({ under: managed?.id })
  for (let time = 0; time < 2; time++) expect(await letPersonIn(await lan(), given)).toBe(true)
  const cuc = await deskOf('cuc', '022195000777')
  expect(actsFor(cuc)).toHaveLength(1)
  expect(actsFor(cuc)[0]).toMatchObject({
    principal: { kind: 'organisation', number: '5700123456' },
    right: 'file',
    ground: 'granted',
  })
  const { others, manages } = allowed(await seeRepresentations(await lan()))
  expect(manages).toMatchObject([{ name: 'Công ty TNHH Gốm Đất Việt' }])
  expect(others).toMatchObject([{ agent: { name: 'Lê Thị Cúc' }, right: 'file' }])
  expect(await letPersonIn(cuc, letting({ under: actsFor(cuc)[0]?.id }))).toMatchObject({
    refused: 'not-permitted',
  })
  expect(await endActingFor(await lan(), given.id)).toBe(true)
  expect(actsFor(await deskOf('cuc', '022195000777'))).toEqual([])
})

test('a person lets another act for himself; one who only stated that number is not let in', async () => {
  expect(await letPersonIn(await huong(), letting({ number: '022079004567', name: 'Trần Văn Minh' }))).toBe(
    true,
  )
  expect(actsFor(await minh())).toMatchObject([{ principal: { kind: 'citizen', number: '022185001234' } }])
  const { actor } = await minh()
  const id = actor.kind === 'citizen' ? actor.id : ''
  await one.ownerCentre.db.updateTable('citizen').set({ assurance: 'stated' }).where('id', '=', id).execute()
  expect((await citizenById(one.centre, id))?.actsFor).toEqual([])
})

test('the public and officers state nothing', async () => {
  expect(await stateRepresentation(PUBLIC(), authorised(), null)).toMatchObject({ refused: 'not-permitted' })
  expect(await letPersonIn(PUBLIC(), letting())).toMatchObject({ refused: 'not-permitted' })
  expect(await seeRepresentations(PUBLIC())).toMatchObject({ refused: 'not-permitted' })
})
