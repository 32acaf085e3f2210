import { expect, test } from 'vitest'
import type { Citizen } from '#domain/people/citizen.ts'
import type { Representation } from '#domain/people/representation.ts'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, aLaw, aProcedure, goneTo } from './a-dossier.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import { takenOnline } from './taking-online.ts'

const SHA = 'ab'.repeat(32)
const WISH = { returnWish: { way: 'electronic', address: null }, document: SHA } as const
const ready = (): Dossier => ({ ...goneTo('ready'), ...WISH })
const NUMBER = ready().owner.idNumber ?? ''
const citizen = (over: Partial<Citizen> = {}): Citizen => ({
  kind: 'citizen',
  id: 'c',
  name: 'Phạm Thị Mơ',
  bornOn: null,
  idNumber: NUMBER,
  assurance: 'national-2',
  phone: null,
  email: null,
  actsFor: [],
  ...over,
})
const acting = (over: Partial<Representation> = {}): Representation => ({
  id: 'r',
  principal: { kind: 'citizen', name: 'Mơ', number: NUMBER },
  right: 'file',
  ground: 'granted',
  procedures: null,
  from: '2019-01-01',
  until: '2019-12-31',
  ...over,
})
const AT = { id: 'x', on: '2019-03-20' }
const take = (dossier: Dossier, who: Citizen) => {
  const taken = takenOnline(dossier, who, AT)
  if (isRefusal(taken)) return taken.refused
  const on = {
    id: 'x',
    by: aDoer('dung'),
    version: dossier.version,
    step: dossier.step,
    at: dossier.lastEventAt,
  }
  const outcome = under(aLaw()).decide(dossier, { ...on, type: 'HandBack', ...taken })
  return isRefusal(outcome) ? outcome.refused : outcome[0]
}

test('whose identity is vouched for takes the signed result, and that is its proof', () => {
  expect(take(ready(), citizen())).toMatchObject({
    type: 'ResultHandedBack',
    way: 'electronic',
    receiver: { idNumber: NUMBER, isAuthorised: false },
    proof: { sent: { sha256: SHA }, identity: { paper: 'electronic-identity' } },
  })
  expect(take(ready(), citizen({ assurance: 'stated' }))).toBe('not-verified')
  expect(take(ready(), citizen({ idNumber: '022099001234' }))).toBe('receiver-unknown')
})

test('what is not signed, not ready or wanted otherwise is not taken so', () => {
  const { document: _, ...unsigned } = ready()
  expect(_).toBe(SHA)
  expect(take(unsigned, citizen())).toBe('no-electronic-result')
  expect(take({ ...ready(), returnWish: { way: 'post', address: 'x' } }, citizen())).toBe(
    'no-electronic-result',
  )
  expect(take({ ...goneTo('return'), ...WISH }, citizen())).toBe('no-electronic-result')
})

test('who acts for somebody takes it on the word of another than himself, in time and scope', () => {
  const other = (over: Partial<Representation>) =>
    citizen({ idNumber: '022099001234', actsFor: [acting(over)] })
  expect(take(ready(), other({}))).toMatchObject({
    receiver: { isAuthorised: true, authorityKind: 'written' },
  })
  expect(take(ready(), other({ ground: 'national' }))).toMatchObject({
    receiver: { authorityKind: 'legal-representative' },
  })
  for (const over of [
    { ground: 'stated' },
    { right: 'see' },
    { until: '2019-03-20' },
    { procedures: ['khác'] },
  ] as const)
    expect(take(ready(), other(over))).toBe('receiver-unknown')
})

test('an old original that has to be handed in keeps the result at the counter', () => {
  const old = {
    key: 'old',
    name: 'Thẻ cũ',
    original: 1,
    certified: 0,
    copy: 0,
    isShown: false,
    isRequired: false,
    isWithdrawn: true,
  }
  const procedure = aProcedure()
  const [only] = procedure.cases
  if (!only) throw new Error('no case')
  const law = aLaw({
    procedure: { ...procedure, cases: [{ ...only, components: [...only.components, old] }] },
  })
  const dossier = ready()
  const taken = takenOnline(dossier, citizen(), AT)
  if (isRefusal(taken)) throw new Error(taken.refused)
  const on = {
    id: 'x',
    by: aDoer('dung'),
    version: dossier.version,
    step: dossier.step,
    at: dossier.lastEventAt,
  }
  expect(under(law).decide(dossier, { ...on, type: 'HandBack', ...taken })).toMatchObject({
    refused: 'originals-not-withdrawn',
  })
})
