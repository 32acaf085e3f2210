import type { SaidAll } from './house-templates.ts'

const LETTER = (said: string, next: string, about: string) =>
  [
    'Dear Sir or Madam,',
    `${said}${next === '' ? '' : `\n${next}`}`,
    about,
    'The centre never asks for a password or a code by message, mail or telephone.',
    '{centre}',
  ].join('\n\n')

const MAIL = (said: string, next = '') =>
  LETTER(
    said,
    next,
    'Dossier {code}, received on {received}. Where it is, who holds it and until when: {link}',
  )
const FILED = (said: string, next = '') =>
  LETTER(said, next, 'Online filing {code}, sent on {received}. See it and go on: {link}')

export const ENGLISH: SaidAll = {
  received: {
    short: 'Dossier {code} was received[, due {due}].[ Follow it: {link}]',
    subject: 'Dossier {code} was received',
    mail: MAIL('The centre has received your dossier[; the result is due {due}].'),
  },
  supplement: {
    short: 'Dossier {code} needs more papers[, by {lastDay} at the latest].[ See which: {link}]',
    subject: 'Dossier {code} needs more papers',
    mail: MAIL(
      'Papers of your dossier are missing or wrong, so it stands still[. Please hand them in by {lastDay}].',
      'See which at the address below and bring them with your receipt slip to {place}. The time goes on when all are there.',
    ),
  },
  resumed: {
    short: 'Dossier {code}: your papers have come[, new due moment {due}].[ Follow it: {link}]',
    subject: 'Dossier {code}: your papers have come',
    mail: MAIL('The centre has received your papers and goes on with your dossier[. New due moment: {due}].'),
  },
  'to-pay': {
    short: 'Dossier {code}: there is something to pay[, {dong}][, by {lastDay} at the latest].[ See: {link}]',
    subject: 'Dossier {code}: there is something to pay',
    mail: MAIL(
      'There is something to pay for your dossier[: {dong}][, by {lastDay} at the latest].',
      'What for and where is said at the address below. Pay only by the notice that stands there.',
    ),
  },
  apology: {
    short: 'We apologise: dossier {code} is not done in time[, new date {due}].[ See: {link}]',
    subject: 'Apology and new date: dossier {code}',
    mail: MAIL(
      'The centre apologises: your dossier is not done in time[. New date: {due}].',
      'A letter with the reason is sent to you separately.',
    ),
  },
  'part-stopped': {
    short: 'Dossier {code}: a part that another agency was to do is not done.[ See: {link}]',
    subject: 'Dossier {code}: a part is not done',
    mail: MAIL('A part of your dossier that another agency was to do is not done.'),
  },
  ready: {
    short: 'The result of dossier {code} is ready. Bring slip and identity card to {place}.[ See: {link}]',
    subject: 'The result of dossier {code} is ready',
    mail: MAIL(
      'The result of your dossier is ready.',
      'If you collect it, bring your receipt slip and identity card to {place}. Somebody who collects it for you also brings your authority.',
    ),
  },
  refused: {
    short:
      'There is a written answer to dossier {code}. Bring slip and identity card to {place}.[ See: {link}]',
    subject: 'There is a written answer to dossier {code}',
    mail: MAIL(
      'There is a written answer to your dossier that gives the reason and its ground.',
      'Bring your receipt slip and identity card to {place} to collect it. You may ask about it and complain.',
    ),
  },
  uncollected: {
    short: 'The result of dossier {code} waits at {place}: bring slip and identity card.[ See: {link}]',
    subject: 'The result of dossier {code} waits for you',
    mail: MAIL(
      'The result of your dossier still waits at {place}.',
      'Bring your receipt slip and identity card to collect it. It is kept and not destroyed.',
    ),
  },
  returned: {
    short:
      'The result of dossier {code} was handed over as chosen. It was not you? Tell {place}.[ See: {link}]',
    subject: 'The result of dossier {code} was handed over',
    mail: MAIL(
      'The result of your dossier was sent, or given to somebody with your authority.',
      'If you asked nobody to collect it, tell {place} at once.',
    ),
  },
  stopped: {
    short: 'Dossier {code} is closed without a result.[ See why: {link}]',
    subject: 'Dossier {code} is closed without a result',
    mail: MAIL(
      'Your dossier is closed without a result. A letter with the reason is sent to you separately.',
      'What you handed in can be collected at {place}.',
    ),
  },
  corrected: {
    short: 'Dossier {code} was corrected[, new due moment {due}].[ See: {link}]',
    subject: 'Dossier {code} was corrected',
    mail: MAIL(
      'Data of your dossier were corrected[. New due moment: {due}].',
      'If something is still wrong, tell {place}.',
    ),
  },
  'answer-soon': {
    short:
      'Reminder: dossier {code} still waits for papers[, by {lastDay} at the latest].[ See which: {link}]',
    subject: 'Reminder: dossier {code} waits for papers',
    mail: MAIL(
      'Your dossier still waits for papers[, by {lastDay} at the latest].',
      'See which at the address below and bring them with your receipt slip to {place}.',
    ),
  },
  'pay-soon': {
    short:
      'Reminder: something is still to pay for dossier {code}[, by {lastDay} at the latest].[ See: {link}]',
    subject: 'Reminder: something is to pay for dossier {code}',
    mail: MAIL(
      'Something is still to pay for your dossier[, by {lastDay} at the latest].',
      'What for and where is said at the address below.',
    ),
  },
  filed: {
    short: 'We have your online filing {code}[ and answer by {due}].[ Follow it: {link}]',
    subject: 'We have your online filing {code}',
    mail: FILED(
      'The centre has what you filed online[ and says by {due} whether it is received].',
      'The time for settling it begins when it is received; you are then told the due moment.',
    ),
  },
  'filing-asked': {
    short: 'Online filing {code} needs to be corrected before it is received.[ See what: {link}]',
    subject: 'Online filing {code} needs to be corrected',
    mail: FILED(
      'What you filed online is not received yet: something is missing or wrong.',
      'All of it is listed at the address below; correct only that and send it again.',
    ),
  },
  'filing-refused': {
    short: 'Online filing {code} is not taken.[ See why: {link}]',
    subject: 'Online filing {code} is not taken',
    mail: FILED(
      'What you filed online is not taken.',
      'The reason, its ground and where to go instead are at the address below. You may ask about it and complain.',
    ),
  },
  'feedback-answered': {
    short: 'There is an answer to what you wrote to the centre, {code}.[ See: {link}]',
    subject: 'There is an answer to {code}',
    mail: LETTER(
      'There is an answer to what you wrote to the centre.',
      'If you do not agree, you may have it looked at again within the time that stands there.',
      'Code {code}, sent on {received}. See the answer: {link}',
    ),
  },
  'session-changed': {
    short:
      'The mobile session you registered for has another time or place[, now on {lastDay}].[ See: {link}]',
    subject: 'The mobile session has another time or place',
    mail: LETTER(
      'The mobile session you registered for has another time or place[, now on {lastDay}].',
      'Your registration stands; if you cannot come, cancel it with its code.',
      'Registered on {received}. See the new time and place: {link}',
    ),
  },
  'session-cancelled': {
    short:
      'The mobile session[ on {lastDay}] you registered for is cancelled; please do not come.[ See why: {link}]',
    subject: 'The mobile session is cancelled',
    mail: LETTER(
      'The mobile session[ on {lastDay}] you registered for is cancelled. The centre apologises.',
      'You may register for another, come to the counter, or send your papers by the public post.',
      'Registered on {received}. See why, and other sessions: {link}',
    ),
  },
  'session-soon': {
    short:
      'You registered for the mobile session[ on {lastDay}]. Bring identity card and originals.[ See: {link}]',
    subject: 'You are expected at the mobile session',
    mail: LETTER(
      'You registered for the mobile session[ on {lastDay}].',
      'Bring your identity card and the originals of your papers; if you cannot come, cancel with the code, so that somebody else can.',
      'Registered on {received}. See time, place and what to bring: {link}',
    ),
  },
  'visit-scheduled': {
    short:
      'Request {code}: an officer of the centre visits you[ on {lastDay}], free of charge.[ See: {link}]',
    subject: 'The day of your visit at home, request {code}',
    mail: LETTER(
      'An officer of the centre visits you at home[ on {lastDay}], as asked for in request {code}, free of charge.',
      'Have your identity card and papers at hand. Officers carry a card and never ask for a password or a code sent to you.',
      'Asked for on {received}. Call the centre if the day does not suit you. See: {link}',
    ),
  },
  'visit-moved': {
    short: 'Request {code}: the visit at home has another day[, now {lastDay}].[ See: {link}]',
    subject: 'Another day for your visit at home, request {code}',
    mail: LETTER(
      'The visit at home of request {code} has another day[, now {lastDay}]. The centre apologises.',
      'Call the centre if the day does not suit you.',
      'Asked for on {received}. See: {link}',
    ),
  },
  'visit-cancelled': {
    short: 'Request {code}: nobody comes to your home[ on {lastDay}] any more.[ See why: {link}]',
    subject: 'No visit at home for request {code}',
    mail: LETTER(
      'Nobody comes to your home[ on {lastDay}] for request {code} any more.',
      'If you still need it, ask again, call the centre, come to the counter or use the public post.',
      'Asked for on {received}. See why: {link}',
    ),
  },
  'packet-refused': {
    short:
      'What you handed in outside the centre on {received} is not received.[ Code and key on your paper show why: {link}]',
    subject: 'What you handed in outside the centre is not received',
    mail: LETTER(
      'What you handed in at a mobile session or at home is not received. The centre apologises that you were given a paper for it.',
      'Code and key on that paper show why. Papers and money are given back; you may ask about it and complain.',
      'Handed in on {received}. See why: {link}',
    ),
  },
}
