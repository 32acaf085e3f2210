import { format } from '../format.ts'
import type { opinions as vietnamese } from '../vi/opinions.ts'

const f = format('en')

/** What the pages say of ratings. */
export const opinions: typeof vietnamese = {
  rating: {
    title: 'Rate how the dossier was handled',
    lead: 'Five questions, about a minute. Nobody at the counter or in the divisions sees your name with your answers; the centre only counts them by unit.',
    rate: 'Rate',
    change: 'Change the rating',
    invite: 'The result is there. How did the centre do?',
    until: (day: string) => `You can rate up to the end of ${day}.`,
    changeUntil: (day: string) => `You can change it up to the end of ${day}.`,
    given: (moment: string, way: string) => `Rated at ${moment}, ${way}.`,
    ways: { account: 'from the account', key: 'by code and key', counter: 'at the counter' },
    levels: {
      'very-satisfied': 'Very satisfied',
      satisfied: 'Satisfied',
      neutral: 'Neither',
      dissatisfied: 'Dissatisfied',
      'very-dissatisfied': 'Very dissatisfied',
    },
    choose: 'Choose a level for this question.',
    reason: 'Why are you dissatisfied?',
    reasonHint:
      'Needed where you are dissatisfied. Please write no name, telephone or identity number of anybody.',
    send: 'Send the rating',
    thanks: 'Thank you for rating',
    thanksText: 'Your opinion was kept. The centre reads the reasons and counts by unit, without names.',
    back: 'Back to the dossier',
  },
  counter: {
    title: 'Rate at the counter',
    lead: 'Enter the six digits the officer has just given you. The officer does not see your answers.',
    code: 'Code of six digits',
    codeMissing: 'Enter the code of six digits. The officer at the counter gives it to you.',
    begin: 'Begin',
    next: 'Next person',
    leave: 'I would rather not rate',
    handTitle: 'Ask the person to rate',
    handLead:
      'Get a code and ask the person to enter it on the machine for citizens. You see neither questions nor answers; that you gave a code is recorded. Nothing can be rated on a machine where an officer is signed in.',
    hand: 'Get a code for rating',
    handed: 'Code for rating',
    handedHow: (minutes: number, address: string) =>
      `Open ${address} on the machine for citizens. The code is good once, for ${f.number(minutes)} minutes.`,
    toDossier: 'Back to the dossier',
  },
  board: {
    title: 'How satisfied people are',
    lead: (until: string) =>
      `Share of “Satisfied” or “Very satisfied” in the question on the whole, one rating a dossier. Whole months up to ${until}, when nobody can change a rating any more.`,
    hidden: 'Months and units with fewer than 5 ratings are left out, so that nobody can be guessed.',
    nothing: 'There are not enough ratings to publish yet.',
    all: 'The whole centre (with units too small to be shown alone)',
    unit: 'Unit that handled it',
    satisfied: 'Satisfied',
    ratings: 'Ratings',
    share: 'Share',
  },
  director: {
    title: 'Ratings by citizens',
    lead: 'By the unit that handled the dossier, without names and dossier codes. Each look is recorded.',
    from: 'From',
    to: 'To',
    show: 'Show',
    nothing: 'There are no ratings on these days.',
    summary: (satisfied: number, ratings: number, share: string) =>
      `${f.number(satisfied)} of ${f.number(ratings)} ratings satisfied (${share})`,
    ways: (account: number, key: number, counter: number) =>
      `${f.number(account)} from accounts, ${f.number(key)} by code and key, ${f.number(counter)} at the counter`,
    question: 'Question',
    reasons: 'Why people are dissatisfied',
  },
}
