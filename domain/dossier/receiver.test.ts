import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProof, after, aReceipt, goneTo, aDossier, aLaw, handBack } from './a-dossier.ts'
import { under } from './decide.ts'
import { mayReceive } from './receiver.ts'

const { applicant } = aReceipt()
const owner = { ...applicant, name: 'Trần Văn Đức', idNumber: '022088001234' }
const parties = { applicant, owner }

test.each([
  ['the applicant by number', { name: 'Nguyễn Thị Hương', idNumber: '100123456' }, true],
  ['the applicant, whose name was spelt otherwise', { name: 'Nguyễn T. Hương', idNumber: '100123456' }, true],
  ['a number written in groups', { name: 'Nguyễn Thị Hương', idNumber: '100-123-456' }, true],
  ['the owner by number', { name: 'Trần Văn Đức', idNumber: '022088001234' }, true],
  ['the owner by name where no number is shown', { name: 'TRẦN VĂN ĐỨC', idNumber: null }, true],
  [
    'somebody of the same name with another number',
    { name: 'Nguyễn Thị Hương', idNumber: '100999999' },
    false,
  ],
  ['somebody else', { name: 'Lê Văn Ba', idNumber: null }, false],
])('%s', (_, receiver, isAllowed) => {
  const outcome = mayReceive(parties, { ...receiver, isAuthorised: false })
  expect(outcome).toEqual(isAllowed || { refused: 'receiver-unknown', facts: {} })
})

test('where the dossier has no number, the name decides', () => {
  const parties = { applicant: { ...applicant, idNumber: null }, owner: { ...applicant, idNumber: null } }
  const with_ = (name: string) => mayReceive(parties, { name, idNumber: '022088009999', isAuthorised: false })
  expect(with_('nguyễn thị hương')).toBe(true)
  expect(with_('Lê Văn Ba')).toEqual({ refused: 'receiver-unknown', facts: {} })
})

test('whoever is authorised receives with the paper that says so, and only with it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.option(fc.string()), (name, idNumber) => {
      const receiver = { name, idNumber, isAuthorised: true }
      for (const authority of [undefined, '', '  '])
        expect(mayReceive(parties, { ...receiver, authority })).toEqual({
          refused: 'authority-paper-needed',
          facts: {},
        })
      expect(mayReceive(parties, { ...receiver, authority: 'Giấy ủy quyền 12/UQ' })).toBe(true)
    }),
  )
})

test('a result is not handed to a stranger, and the paper of an authorised person stands in the event', () => {
  const ready = goneTo('ready', aLaw(), aDossier())
  const receiver = { name: 'Lê Văn Ba', idNumber: '022070001111', isAuthorised: false }
  expect(under(aLaw()).decide(ready, handBack(ready, { receiver }))).toEqual({
    refused: 'receiver-unknown',
    facts: {},
  })
  const authorised = {
    ...receiver,
    isAuthorised: true,
    authority: 'Giấy ủy quyền 12/UQ ngày 01/03/2019',
    authorityKind: 'written',
    scope: 'nhận kết quả',
  } as const
  const proof = aProof({
    identity: { paper: 'citizen-card', number: '022070001111', how: 'seen', whyDiffers: null },
  })
  const { dossier, events } = after(ready, handBack(ready, { receiver: authorised, proof }))
  expect(dossier.stage).toBe('returned')
  expect(events).toMatchObject([{ type: 'ResultHandedBack', receiver: authorised }])
})
