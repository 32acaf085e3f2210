import { format } from '../format.ts'
import type { calls as vi } from '../vi/calls.ts'

const f = format('en')

export const calls: typeof vi = {
  tab: 'To be called',
  title: 'Calling people to fetch results',
  lead: 'Every result in the drawer. Record each call; the result stays as it is, nothing is destroyed.',
  order: 'Order',
  orders: { next: 'Day of the next call', often: 'How often called' },
  made: 'Called',
  next: 'Next call',
  phone: 'Telephone',
  noPhone: 'no telephone number',
  times: (count) => (count === 0 ? 'Not yet' : `${f.number(count)} ${count === 1 ? 'time' : 'times'}`),
  last: (moment) => `last ${moment}`,
  due: 'to be called',
  directors: 'for the director',
  record: 'Record a call',
  nextCall: (day) => `Next call: ${day}.`,
  forDirector: (day) =>
    `Called as often as the centre does. From ${day} it is before the director; the result stays as it is.`,
  none: 'Not called yet.',
  way: 'How was called',
  ways: {
    notice: 'By a notice of the centre',
    telephone: 'By telephone',
    sms: 'By SMS',
    letter: 'By letter',
    commune: 'Through the commune',
  },
  outcome: 'What came of it',
  outcomes: { told: 'Told', 'not-reached': 'Nobody reached', sent: 'Sent, not known whether it came' },
  note: 'More',
  noteHint: 'For example: Mrs Lý will come on Monday morning. Leave empty if there is nothing.',
}
