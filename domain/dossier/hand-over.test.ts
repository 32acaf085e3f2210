import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, aDossier, after, aLaw, aProcedure, aProof, goneTo, handBack, paper } from './a-dossier.ts'
import type { HandBack, ProposeCorrection } from './commands.ts'
import { under } from './decide.ts'
import { type HandOverProof, toGiveBack } from './hand-over.ts'

const ready = goneTo('ready')
const refusedAs = (over: Partial<HandBack>, law = aLaw(), dossier = ready) => {
  const outcome = under(law).decide(dossier, handBack(dossier, over))
  return isRefusal(outcome) ? outcome.refused : 'handed back'
}
const HASH = 'a'.repeat(64)
const shown = (number: string, whyDiffers: string | null = null): HandOverProof['identity'] => ({
  paper: 'citizen-card',
  number,
  how: 'seen',
  whyDiffers,
})
const NOTHING = { identity: null, acknowledged: null }

test.each<[string, HandBack['way'], Partial<HandOverProof>]>([
  ['handed back', 'counter', {}],
  ['identity-not-checked', 'counter', { identity: null }],
  ['identity-not-checked', 'counter', { identity: shown(' ') }],
  ['identity-differs', 'counter', { identity: shown('022188001234') }],
  ['handed back', 'counter', { identity: shown('022188001234', 'Đã đổi sang thẻ căn cước') }],
  ['handed back', 'counter', { identity: shown('100-123-456') }],
  ['not-acknowledged', 'counter', { acknowledged: null }],
  ['signature-missing', 'counter', { acknowledged: { how: 'signed-on-glass', reference: 'ảnh' } }],
  ['handed back', 'counter', { acknowledged: { how: 'signed-on-glass', reference: HASH } }],
  ['acknowledgment-incomplete', 'counter', { acknowledged: { how: 'fingerprint', reference: null } }],
  ['handed back', 'counter', { acknowledged: { how: 'fingerprint', reference: 'Lê Thị Tư' } }],
  ['acknowledgment-incomplete', 'counter', { acknowledged: { how: 'electronic', reference: '' } }],
  ['slip-needed', 'home', {}],
  ['identity-not-checked', 'home', { slip: 'TN-12', identity: null }],
  ['handed back', 'home', { slip: 'TN-12' }],
  ['slip-needed', 'post', NOTHING],
  ['handed back', 'post', { ...NOTHING, slip: 'EK123456789VN' }],
  ['sent-where', 'electronic', NOTHING],
  ['sent-where', 'electronic', { ...NOTHING, sent: { to: 'Kho dữ liệu', sha256: 'x' } }],
  ['handed back', 'electronic', { ...NOTHING, sent: { to: 'Kho dữ liệu', sha256: HASH } }],
])('%s: by %s with %j', (outcome, way, proof) => {
  expect(refusedAs({ way, proof: aProof(proof) })).toBe(outcome)
})

const granddaughter = (over: object) => ({
  receiver: {
    name: 'Lê Thị Tư',
    idNumber: '022099002222',
    isAuthorised: true,
    authority: '12/UQ ngày 01/03/2019',
    ...over,
  },
  proof: aProof({ identity: shown('022099002222') }),
})

test.each([
  ['authority-kind-needed', {}],
  ['authority-scope-needed', { authorityKind: 'written' }],
  ['handed back', { authorityKind: 'written', scope: 'nhận kết quả' }],
  ['authority-expired', { authorityKind: 'written', scope: 'nhận', authorityUntil: '2019-03-04' }],
  ['handed back', { authorityKind: 'written', scope: 'nhận', authorityUntil: '2019-03-05' }],
  ['handed back', { authorityKind: 'parent' }],
  ['handed back', { authorityKind: 'legal-representative' }],
])('%s: for somebody else with %j', (outcome, over) => {
  expect(refusedAs(granddaughter(over))).toBe(outcome)
})

const [onlyCase] = aProcedure().cases
const exchange = aLaw({
  procedure: aProcedure({
    cases: onlyCase
      ? [
          {
            ...onlyCase,
            components: [
              ...onlyCase.components,
              paper('old-card', { isRequired: false, isWithdrawn: true, name: 'Giấy cũ' }),
            ],
          },
        ]
      : [],
  }),
})

test('the old original is taken in for the new result, or it is said why not', () => {
  const lying = goneTo('ready', exchange)
  const withdrawn = (isTaken: boolean, whyNot: string | null = null) =>
    refusedAs({ proof: aProof({ withdrawn: [{ component: 'old-card', isTaken, whyNot }] }) }, exchange, lying)
  expect(under(exchange).decide(lying, handBack(lying))).toEqual({
    refused: 'originals-not-withdrawn',
    facts: { papers: ['Giấy cũ'] },
  })
  expect(withdrawn(false)).toBe('originals-not-withdrawn')
  expect(withdrawn(false, 'Mất, có đơn trình báo')).toBe('handed back')
  expect(withdrawn(true)).toBe('handed back')
})

test('a refusal takes no original away', () => {
  const at = goneTo('appraise', exchange)
  const refusal = { reason: 'Không đủ', ground: 'Luật', instead: null }
  const { version, step, lastEventAt } = at
  const proposed = after(
    at,
    { type: 'ProposeRefusal', id: 'x', at: lastEventAt, by: aDoer('dung'), version, step, ...refusal },
    exchange,
  ).dossier
  expect(refusedAs({}, exchange, goneTo('ready', exchange, proposed))).toBe('handed back')
})

test('an original that was only shown is given back at once', () => {
  const given = { original: 1, certified: 0, copy: 0, insteadOfPaper: null }
  const components = [
    { component: 'declaration', ...given },
    { component: 'id-card', ...given },
  ]
  expect(toGiveBack(aDossier({ components }), aLaw()).map(({ key }) => key)).toEqual(['id-card'])
})

test('a hand-over by mistake is undone by two people, and the result waits again', () => {
  const { dossier: returned } = after(ready, handBack(ready))
  const on = (by: string, { version, step, lastEventAt: at } = returned) => ({
    id: 'x',
    at,
    by: aDoer(by),
    version,
    step,
  })
  const propose: ProposeCorrection = {
    ...on('lan'),
    type: 'ProposeCorrection',
    what: 'hand-back',
    mistake: 'wrong-person',
    ground: 'Bà Hương trùng tên, đã mang trả lại quầy',
  }
  const early = under(aLaw()).decide(ready, { ...propose, ...on('lan', ready) })
  expect(early).toMatchObject({ refused: 'not-at-this-stage' })
  const proposed = after(returned, propose).dossier
  expect(proposed.stage).toBe('returned')
  const alone = under(aLaw()).decide(proposed, { ...on('lan', proposed), type: 'ConfirmCorrection' })
  expect(alone).toMatchObject({ refused: 'second-person-needed' })
  const { dossier: again } = after(proposed, { ...on('hung', proposed), type: 'ConfirmCorrection' })
  const { version: _, lastEventAt: __, doneBy: ___, ...asBefore } = ready
  expect(again).toMatchObject(asBefore)
  expect(again).not.toHaveProperty('returnedAt')
  expect(after(again, handBack(again)).dossier.stage).toBe('returned')
})
