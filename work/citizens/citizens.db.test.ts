import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { Message } from '#domain/people/contact.ts'
import type { NationalPerson } from '#domain/people/national-person.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { citizenById } from '#store/citizens.ts'
import { allowed, EIGHT } from '../a-hall.ts'
import type { Desk } from '../desk.ts'
import { askCode } from './ask-code.ts'
import { enterByCode, proveContact } from './confirm-code.ts'
import { enterByIdentity } from './enter-by-identity.ts'
import { stateMyself } from './state-myself.ts'

let one: TestCentre
const sent: Message[] = []

beforeAll(async () => {
  one = await testCentre()
})
afterAll(() => one.close())

const PHONE = { way: 'phone', address: '0912345678' } as const
const say = (code: string) => ({ subject: code, text: `Mã ${code}` })

function desk(over: Partial<Desk> = {}): Desk {
  const sendMessage = async (message: Message) => sent.push(message) > 0
  return { centre: one.centre, now: EIGHT, actor: { kind: 'public' }, sendMessage, ...over }
}

async function asked(at: Desk, contact: Message['to'] = PHONE) {
  const handle = allowed(await askCode(at, { contact, say }))
  return { handle, code: sent.at(-1)?.subject ?? '' }
}

async function citizenAt(contact: Message['to']): Promise<Desk> {
  const id = allowed(await enterByCode(desk(), await asked(desk(), contact)))
  return desk({ actor: (await citizenById(one.centre, id)) ?? { kind: 'public' } })
}

test('a code opens an account once; the next code opens the same account', async () => {
  const given = await asked(desk())
  expect(given.code).toMatch(/^\d{6}$/)
  const id = allowed(
    await enterByCode(desk(), { ...given, code: ` ${given.code.slice(0, 3)} ${given.code.slice(3)}` }),
  )
  expect(await enterByCode(desk(), given)).toMatchObject({ refused: 'code-wrong' })
  expect(allowed(await enterByCode(desk(), await asked(desk())))).toBe(id)
  expect(await citizenById(one.centre, id)).toMatchObject({
    name: '',
    phone: PHONE.address,
    assurance: 'stated',
    actsFor: [],
  })
})

test('two first sign-ins at once come to one account', async () => {
  const contact = { way: 'email', address: 'huong@example.vn' } as const
  const codes = [await asked(desk(), contact), await asked(desk(), contact)]
  const ids = await Promise.all(codes.map(async (given) => allowed(await enterByCode(desk(), given))))
  expect(new Set(ids).size).toBe(1)
})

test('a code is worth nothing after ten minutes, after five tries, or with the handle of another', async () => {
  const old = await asked(desk())
  expect(await enterByCode(desk({ now: EIGHT.add({ minutes: 10 }) }), old)).toMatchObject({
    refused: 'code-wrong',
  })
  const tried = await asked(desk())
  const wrong = tried.code === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n++)
    expect(await enterByCode(desk(), { ...tried, code: wrong })).toMatchObject({ refused: 'code-wrong' })
  expect(await enterByCode(desk(), tried)).toMatchObject({ refused: 'code-wrong' })
  const [a, b] = [await asked(desk()), await asked(desk())]
  if (a.code !== b.code)
    expect(isRefusal(await enterByCode(desk(), { handle: a.handle, code: b.code }))).toBe(true)
})

test('nothing in the table tells a code or opens one', async () => {
  const { handle, code } = await asked(desk())
  const rows = await one.centre.db.selectFrom('contact_code').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(handle)
  for (const row of rows) expect([row.handle_hash, row.code_hash].join()).not.toContain(code)
})

test('a message nobody takes is said, and so is a centre that reaches nobody', async () => {
  const refused = { refused: 'message-not-sent' }
  expect(await askCode(desk({ sendMessage: async () => false }), { contact: PHONE, say })).toMatchObject(
    refused,
  )
  expect(await askCode(desk({ sendMessage: undefined }), { contact: PHONE, say })).toMatchObject(refused)
})

test('a proved contact becomes the person’s own, but for one that is another’s; its code opens nothing else', async () => {
  const here = await citizenAt({ way: 'phone', address: '0977000111' })
  const mail = { way: 'email', address: 'lan@example.vn' } as const
  const given = await asked(here, mail)
  expect(await enterByCode(desk(), given)).toMatchObject({ refused: 'code-wrong' })
  expect(await proveContact(here, given)).toEqual(mail)
  const other = await citizenAt({ way: 'phone', address: '0977000222' })
  expect(await proveContact(other, await asked(other, mail))).toMatchObject({ refused: 'contact-taken' })
  expect(await proveContact(desk(), given)).toMatchObject({ refused: 'not-permitted' })
})

test('a person says who he is; days that cannot be are refused', async () => {
  const here = await citizenAt({ way: 'phone', address: '0977000333' })
  const said = { name: 'Nguyễn Thị Hương', bornOn: '1985-02-03', idNumber: '022185001234' }
  expect(await stateMyself(here, said)).toBe(true)
  const id = here.actor.kind === 'citizen' ? here.actor.id : ''
  expect(await citizenById(one.centre, id)).toMatchObject(said)
  for (const bornOn of ['2019-03-06', '1899-12-31'])
    expect(await stateMyself(here, { ...said, bornOn })).toMatchObject({ refused: 'birth-not-possible' })
  expect(await stateMyself(desk(), said)).toMatchObject({ refused: 'not-permitted' })
})

describe('by the national identity', () => {
  const HUONG: NationalPerson = {
    subject: 'huong',
    name: 'Nguyễn Thị Hương',
    idNumber: '022185009999',
    bornOn: '1985-02-03',
    assurance: 'national-2',
    organisation: null,
  }
  const enter = (person: NationalPerson, at = desk(), provider = 'vneid') =>
    enterByIdentity(at, provider, person)
  const seen = async (id: string) => (await citizenById(one.centre, id)) ?? expect.fail('nobody')

  test('the first sign-in makes the account, the next finds it and keeps up with a changed name', async () => {
    const id = allowed(await enter({ ...HUONG, assurance: 'national-1' }))
    expect(allowed(await enter({ ...HUONG, name: 'Nguyễn Thị Thu Hương' }))).toBe(id)
    const { subject: _, organisation: __, ...said } = HUONG
    expect(await seen(id)).toMatchObject({ ...said, name: 'Nguyễn Thị Thu Hương' })
  })

  test('many first sign-ins at once come to one account', async () => {
    const person = { ...HUONG, subject: 'minh', idNumber: '022079004567' }
    const ids = await Promise.all([1, 2, 3, 4].map(async () => allowed(await enter(person))))
    expect(new Set(ids).size).toBe(1)
  })

  test('another account of the provider with the same number is refused, and nothing of the first changes', async () => {
    const first = allowed(await enter(HUONG))
    const second = { ...HUONG, subject: 'huong-2', name: 'Kẻ Mạo Danh' }
    expect(await enter(second)).toMatchObject({ refused: 'identity-of-another' })
    expect(await enter(second, await citizenAt({ way: 'phone', address: '0977000444' }))).toMatchObject({
      refused: 'identity-of-another',
    })
    expect((await seen(first)).name).toBe('Nguyễn Thị Hương')
  })

  test('when a centre changes its provider, the number finds the account again', async () => {
    const id = allowed(await enter(HUONG))
    expect(allowed(await enter({ ...HUONG, subject: 'cong-dvc-77' }, desk(), 'cong-dvc'))).toBe(id)
    expect(allowed(await enter(HUONG))).toBe(id)
  })

  test('it vouches for an account opened by a code, whatever that had stated', async () => {
    const here = await citizenAt({ way: 'phone', address: '0977000555' })
    await stateMyself(here, { name: 'Bảo', bornOn: '2005-01-10', idNumber: '022185001234' })
    const person = { ...HUONG, subject: 'bao', name: 'Phạm Gia Bảo', idNumber: '022205007890', bornOn: null }
    const id = allowed(await enter(person, here))
    expect(await seen(id)).toMatchObject({
      phone: '0977000555',
      name: 'Phạm Gia Bảo',
      idNumber: '022205007890',
      bornOn: '2005-01-10',
      assurance: 'national-2',
    })
    await stateMyself(here, { name: 'Người Khác', bornOn: '1990-01-01', idNumber: '022090000001' })
    expect(await seen(id)).toMatchObject({ name: 'Phạm Gia Bảo', idNumber: '022205007890' })
  })

  test('an identity that has an account already is not given to another one', async () => {
    const id = allowed(await enter(HUONG))
    const here = await citizenAt({ way: 'phone', address: '0977000666' })
    expect(await enter(HUONG, here)).toMatchObject({ refused: 'identity-elsewhere' })
    expect(await seen(here.actor.kind === 'citizen' ? here.actor.id : '')).toMatchObject({
      assurance: 'stated',
    })
    expect(allowed(await enter(HUONG))).toBe(id)
  })

  test('who stated a number that is another’s keeps nobody out', async () => {
    const here = await citizenAt({ way: 'phone', address: '0977000777' })
    const person = { ...HUONG, subject: 'lam', idNumber: '022199000123' }
    await stateMyself(here, { name: 'Ai Đó', bornOn: '1999-01-01', idNumber: person.idNumber })
    const id = allowed(await enter(person))
    expect(id).not.toBe(here.actor.kind === 'citizen' ? here.actor.id : '')
  })

  test('the account of an organisation lets the person act for it, once', async () => {
    const organisation = { taxCode: '5700123456', name: 'Công ty TNHH Gốm Đất Việt' }
    const person = { ...HUONG, subject: 'gom', name: 'Đoàn Thị Lan', idNumber: '022188009999', organisation }
    const id = allowed(await enter(person))
    await enter(person)
    const { actsFor } = await seen(id)
    expect(actsFor).toHaveLength(1)
    expect(actsFor[0]).toMatchObject({
      principal: { kind: 'organisation', name: organisation.name, number: organisation.taxCode },
      right: 'manage',
      ground: 'national',
      procedures: null,
      from: '2019-03-05',
      until: null,
    })
  })
})
