import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { byPost, type Channel, isOffered } from '#domain/procedure/procedure.ts'
import { aDoer, after, aLaw, allowed, aProcedure, aReceipt, goneTo } from './a-dossier.ts'
import { under } from './decide.ts'
import { fold } from './dossier.ts'

const SUBMITTED = '2019-03-04T02:00:00.000Z'
const sentIn = {
  parcel: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35',
  label: 'EK123456789VN',
  submittedAt: SUBMITTED,
}

function receive(over: Parameters<typeof aReceipt>[0], law = aLaw()) {
  return under(law).receive(aReceipt({ ...over }))
}

const refusedAs = (outcome: ReturnType<typeof receive>) => (isRefusal(outcome) ? outcome.refused : 'received')

test('what the post brought was received when both sides signed for it, however late it is entered', () => {
  const at = '2019-03-06T02:00:00.000Z'
  const late = fold(allowed(receive({ at, channel: 'post', sentIn })))
  const then = fold(allowed(receive({ at: SUBMITTED, channel: 'post' })))
  expect([late.receivedAt, late.lawfulDue]).toEqual([SUBMITTED, then.lawfulDue])
  expect(late.lastEventAt).toBe(at)
  expect(late.sentIn).toEqual(sentIn)
})

test.each([
  ['by another channel', { channel: 'counter', sentIn }, 'parcel-of-other-channel'],
  [
    'signed for after it was received',
    { channel: 'post', at: '2019-03-01T02:00:00.000Z', sentIn },
    'before-last-event',
  ],
] as const)('a parcel %s is refused', (_, over, refused) => {
  expect(refusedAs(receive(over))).toBe(refused)
})

/** Asked for on Tuesday at 08:00 with three days to go; entered on Friday. */
function supplemented(channel: Channel, submittedAt: string) {
  const work = goneTo('appraise')
  const common = { id: 'x', by: aDoer('dung'), version: work.version, step: work.step, at: work.lastEventAt }
  const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }]
  const waiting = after(work, { ...common, type: 'RequestSupplement', items, whyAgain: null }).dossier
  const at = '2019-03-08T02:00:00.000Z'
  const sent = { ...sentIn, submittedAt }
  return under(aLaw()).decide(waiting, {
    ...common,
    version: waiting.version,
    at,
    type: 'TakeSupplement',
    components: [],
    channel,
    sentIn: sent,
  })
}

test('a supplement the post brought starts the clock again when both sides signed for it', () => {
  const [event] = allowed(supplemented('post', '2019-03-06T01:00:00.000Z'))
  // One working day was waited for, whatever day it is entered.
  expect(event).toMatchObject({ lawfulDue: '2019-03-11T10:00:00.000Z', at: '2019-03-08T02:00:00.000Z' })
  expect(supplemented('counter', '2019-03-06T01:00:00.000Z')).toMatchObject({
    refused: 'parcel-of-other-channel',
  })
  expect(supplemented('post', '2019-03-09T01:00:00.000Z')).toMatchObject({ refused: 'before-last-event' })
})

test.each([
  [{ isPostal: false }, false, false],
  [{ isPostal: true }, true, true],
  [{ isPostal: true, postalOnly: 'send' }, true, false],
  [{ isPostal: true, postalOnly: 'return' }, false, true],
  [{ isPostal: false, postalOnly: 'return' }, false, false],
] as const)('%o: sent in by post %s, returned by post %s', (over, isSent, isReturned) => {
  const procedure = aProcedure(over)
  expect([isOffered(procedure, 'post'), byPost(procedure, 'return')]).toEqual([isSent, isReturned])
  const returnWish = { way: 'post', address: 'Khu 3' } as const
  expect(refusedAs(receive({ returnWish }, aLaw({ procedure })))).toBe(
    isReturned ? 'received' : 'not-returned-by-post',
  )
})
