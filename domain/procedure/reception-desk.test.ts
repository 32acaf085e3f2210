import { expect, test } from 'vitest'
import { workingCalendar } from '#domain/calendar/working-time.ts'
import { calendar2019 } from '#domain/dossier/a-dossier.ts'
import { desksOn, isDeskOpenAt, type ReceptionDesk } from './reception-desk.ts'

const reception = workingCalendar({
  ...calendar2019,
  name: 'reception',
  days: [...calendar2019.days, { on: '2019-02-09', kind: 'off', why: 'Tết Nguyên đán' }],
})
const anSinh: ReceptionDesk = {
  unit: 'X07075',
  kind: 'commune',
  from: '2019-01-01',
  until: null,
  address: '',
  hours: [
    {
      from: '2019-01-01',
      until: '2019-07-01',
      weekdays: [6],
      openings: [{ opens: 7 * 60 + 30, closes: 11 * 60 }],
    },
  ],
}

test.each([
  ['on a working day as the centre', '2019-03-05T08:00', true],
  ['at noon as the centre', '2019-03-05T12:00', false],
  ['on a Saturday morning of its own', '2019-03-09T08:00', true],
  ['not on the afternoon', '2019-03-09T14:00', false],
  ['not on the Saturday of a holiday', '2019-02-09T08:00', false],
  ['no longer on Saturdays', '2019-07-06T08:00', false],
])('open %s', (_, local, isOpen) => {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()
  expect(isDeskOpenAt(anSinh, reception, at)).toBe(isOpen)
  if (at.toString().startsWith('2019-03-09')) expect(isDeskOpenAt(undefined, reception, at)).toBe(false)
})

test('a desk is there from its day until its day', () => {
  const closed = { ...anSinh, until: '2025-07-01' }
  expect(desksOn([closed], '2025-06-30')).toHaveLength(1)
  expect(desksOn([closed], '2025-07-01')).toEqual([])
  expect(desksOn([closed], '2018-12-31')).toEqual([])
})
