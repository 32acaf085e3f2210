import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aCharged, aDoer, after, aLaw, aProcedure, goneTo } from './a-dossier.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import { paidDong, withdrawal } from './withdrawing.ts'

const ONLINE = { account: 'a', representation: null }
const on = ({ version, step, lastEventAt: at }: Dossier) => ({
  id: 'x',
  by: aDoer('dung'),
  version,
  step,
  at,
})
const stop = (dossier: Dossier, procedure = aProcedure()) =>
  ({
    ...on(dossier),
    type: 'StopDossier',
    ...withdrawal(dossier, procedure, { reason: null, online: ONLINE }),
  }) as const

test('a citizen takes a dossier back while nothing is decided; who did it stands in the event', () => {
  const dossier = goneTo('appraise')
  const { events, dossier: stopped } = after(dossier, stop(dossier))
  expect(stopped).toMatchObject({ stage: 'stopped', why: 'asked-by-citizen', holder: null })
  expect(events).toMatchObject([{ type: 'DossierStopped', online: ONLINE, money: 'nothing-paid' }])
  expect(events[0]).toMatchObject({ papersReturned: expect.stringContaining('Nhận lại tại quầy: ') })
  const sealed = goneTo('seal')
  const outcome = under(aLaw()).decide(sealed, stop(sealed))
  expect(isRefusal(outcome) && outcome.refused).toBe('decided-already')
})

test('what was paid is said to lie here, as long as it does', () => {
  const procedure = aCharged()
  const paid = {
    key: 'p',
    at: '2019-03-05T01:00:00.000Z',
    way: 'cash',
    dong: 8000,
    receiptNumber: '1',
  } as const
  const dossier = goneTo('appraise')
  const money = (...payments: Dossier['payments'] & object) =>
    withdrawal({ ...dossier, payments }, procedure, { reason: 'Nộp nhầm', online: ONLINE })
  expect(money({ ...paid, state: 'taken' })).toMatchObject({ money: 'kept', reason: 'Nộp nhầm' })
  expect(money({ ...paid, state: 'cancelled' }).money).toBe('nothing-paid')
  expect(
    paidDong({
      payments: [
        { ...paid, state: 'taken', refundedDong: 3000 },
        { ...paid, state: 'refunded' },
      ],
    }),
  ).toBe(5000)
})
