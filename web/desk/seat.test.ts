import { expect, test } from 'vitest'
import { may, type Staff } from '#domain/people/may.ts'
import { ALL_SEATS, seated, seatName, seatsOf } from './seat.ts'

const TODAY = '2019-03-05'
const LAN: Staff = {
  kind: 'staff',
  id: '01940000-0000-7000-8000-000000000001',
  name: 'Nguyễn Thị Lan',
  appointments: [
    { post: 'clerk', unit: 'HCC-TN', from: '2019-01-01', until: null },
    { post: 'handler', unit: 'TP', from: '2019-01-01', until: '2019-06-01' },
    { post: 'head', unit: 'KT', from: '2018-01-01', until: '2019-03-05' },
  ],
  mandates: [],
}
const receive = { kind: 'receive-dossier', unit: 'HCC-TN' } as const

test('who has several posts chooses one of those that hold today, and has the rights of that one alone', () => {
  expect(seatsOf(LAN, TODAY).map(seatName)).toEqual(['HCC-TN~clerk', 'TP~handler'])
  expect(seated(LAN, undefined, TODAY).mustChoose).toBe(true)
  const clerk = seated(LAN, 'HCC-TN~clerk', TODAY)
  expect([clerk.mustChoose, may(clerk.actor, receive, TODAY)]).toEqual([false, true])
  const handler = seated(LAN, 'TP~handler', TODAY)
  expect(may(handler.actor, receive, TODAY)).toMatchObject({ refused: 'not-permitted' })
})

test('all posts is a choice too, and one that has ended or was never held is none', () => {
  expect(seated(LAN, ALL_SEATS, TODAY)).toMatchObject({ actor: LAN, seat: null, mustChoose: false })
  for (const wrong of ['KT~head', 'KT~director', '', 'x'])
    expect(seated(LAN, wrong, TODAY)).toMatchObject({ actor: LAN, mustChoose: true })
})

test('who has one post, or none, is not asked', () => {
  const one = { ...LAN, appointments: LAN.appointments.slice(0, 1) }
  expect(seated(one, undefined, TODAY)).toMatchObject({ actor: one, mustChoose: false })
  expect(seated({ ...LAN, appointments: [] }, 'TP~handler', TODAY).mustChoose).toBe(false)
})

test('a substitute sits in the post of the absent person as well as in the own', () => {
  const both: Staff = {
    ...LAN,
    appointments: [
      { post: 'handler', unit: 'TP', from: '2019-01-01', until: null },
      { post: 'handler', unit: 'TP', from: '2019-03-01', until: '2019-03-10', insteadOf: 'somebody' },
    ],
  }
  expect(seated(both, undefined, TODAY)).toMatchObject({ actor: both, mustChoose: false })
})
