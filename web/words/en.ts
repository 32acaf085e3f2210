import type { Part } from '#domain/dossier/parts.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { DossierCommand } from '#domain/dossier/commands.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { format } from './format.ts'
import { feeInWords, limitInWords, listed, named, said } from './said.ts'
import type { Words } from './vi.ts'
import { branches } from './en/branches.ts'
import { linked } from './en/linked.ts'
import { money } from './en/money.ts'
import { papers } from './en/papers.ts'
import { correcting } from './en/correcting.ts'
import { printing } from './en/printing.ts'
import { turningAway } from './en/turning-away.ts'
import { dossier } from './en/dossier.ts'
import { search } from './en/search.ts'
import { board } from './en/board.ts'
import { reports } from './en/reports.ts'
import { calls } from './en/calls.ts'
import { returning } from './en/returning.ts'
import { dividing } from './en/dividing.ts'
import { many } from './en/many.ts'
import { batch } from './en/batch.ts'
import { certifying } from './en/certifying.ts'
import { documentBooks } from './en/document-books.ts'
import { receive } from './en/receive.ts'
import { account } from './en/account.ts'
import { dataForPaper } from './en/data-for-paper.ts'
import { digitising } from './en/digitising.ts'
import { scans } from './en/scans.ts'
import { check } from './en/check.ts'
import { draftFaults, drafting, draftingRefusals } from './en/drafting.ts'
import { signing, signingRefusals } from './en/signing.ts'
import { shell } from './en/shell.ts'
import { day, reminders, worklist } from './en/worklist.ts'
import { signIn } from './en/sign-in.ts'

const f = format('en')

const channels: Record<Channel, string> = {
  counter: 'At the counter',
  online: 'Online',
  post: 'By public post',
  kiosk: 'Self-service kiosk',
  mobile: 'Mobile service in communes and wards',
  home: 'At home',
}

const stages: Record<Stage, string> = {
  'in-process': 'Being processed',
  'awaiting-citizen': 'Waiting for the applicant',
  ready: 'Result ready',
  returned: 'Result handed over',
  stopped: 'Stopped',
}

const waitingFor: Record<WaitsFor, string> = {
  supplement: 'Waiting for a supplement',
  payment: 'Waiting for a payment to the state',
}

const PART_STATES: Record<Part['state'], string> = {
  open: 'lies with its agency',
  'sent-back': 'was sent back',
  done: 'is done',
  'given-up': 'was given up',
}

const commands: Record<DossierCommand['type'], string> = {
  ReceiveDossier: 'receive the dossier',
  TakeOverDossier: 'take over the dossier',
  CompleteStep: 'complete the step',
  SendBack: 'send back to an earlier step',
  RequestSupplement: 'ask for a supplement',
  TakeSupplement: 'take a supplement',
  ApproveResult: 'approve the result',
  NumberResult: 'number the result',
  VoidNumber: 'make a number void',
  SealResult: 'seal the result',
  MarkReady: 'report the result ready',
  HandBack: 'hand over the result',
  AssignDossier: 'give it to somebody',
  ClaimDossier: 'take it on',
  ReleaseDossier: 'put it back to the list',
  ProposeRefusal: 'propose a refusal',
  StopDossier: 'stop the dossier',
  DraftApology: 'write an apology',
  ConsentToApology: 'consent to the apology',
  SignApology: 'sign the apology',
  SendApology: 'send the apology',
  DropApology: 'drop the apology',
  AskOpinion: 'ask another body',
  RecordOpinion: 'record an opinion',
  AssessFee: 'put down the fee',
  TakePayment: 'take the payment',
  CancelPayment: 'cancel the receipt',
  RefundPayment: 'give money back',
  CorrectContact: 'correct contact data',
  ProposeCorrection: 'propose a correction',
  ConfirmCorrection: 'confirm the correction',
  DropCorrection: 'drop the correction',
  FindPaper: 'record that a missing paper is there',
  HandOverPapers: 'hand over papers',
  AcceptPapers: 'accept papers',
  RefusePapers: 'refuse papers',
  TakeBackPapers: 'take a sheet back',
  NotifyObligation: 'write down a notice of payment',
  WithdrawObligation: 'withdraw a notice of payment',
  MeetObligation: 'record a proof of payment',
  CompletePart: 'complete a linked part',
  SendPartBack: 'send a linked part back',
  AskPartAgain: 'ask for a linked part again',
  GiveUpPart: 'give up a linked part',
}

const days = (count: number, kind: string) => `${f.number(count)} ${kind}${count === 1 ? '' : 's'}`
const procedures = (count: number) => `${f.number(count)} procedure${count === 1 ? '' : 's'}`

/** Every sentence the house says in English; what Vietnamese has and this has not does not compile. */
export const en = {
  language: 'en',
  format: f,

  site: {
    product: 'Một Cửa',
    skip: 'Skip to main content',
    navigation: 'Main navigation',
    procedures: 'Procedures',
    lookUp: 'Track a dossier',
    figures: 'Figures',
    developers: 'For developers (API)',
    otherLanguage: 'Tiếng Việt',
    demonstration: 'Illustrative catalogue of 2019',
    demonstrationWhy:
      'This is a demonstration centre: its catalogue was reconstructed to show how things work and is not for real applications.',
    footer: 'This site works without JavaScript, on every device and on paper.',
    helpTitle: 'No internet?',
    help: 'Come to the reception counter, or ask a relative to bring your receipt. The centre never asks for your password or one-time codes.',
    onlyInVietnamese:
      'Names of procedures, papers, steps and agencies are given in Vietnamese, the language in which they are in force.',
  },

  home: {
    title: 'One door for every procedure, closer to people every day',
    lead: (total, ways) =>
      `${procedures(total)}; apply ${listed(
        ways.map((way) => way.charAt(0).toLowerCase() + way.slice(1)),
        'or',
      )}.`,
    searchLabel: 'What do you need to do?',
    searchHint:
      'In Vietnamese, with or without diacritics, for example: khai sinh (birth), chứng thực (certification)',
    search: 'Search',
    lookUpTitle: 'Where is my dossier?',
    figures: 'The centre in figures',
    procedures: 'procedures published at the centre',
    fiveOnTheSpot: (part, whole) =>
      `of local procedures are done entirely on the spot (${f.number(part)}/${f.number(whole)})`,
    online: (part, whole) =>
      `of local procedures are online at level 3 or 4 (${f.number(part)}/${f.number(whole)})`,
    postal: (part, whole) =>
      `of local procedures can go by public post (${f.number(part)}/${f.number(whole)})`,
    received: 'dossiers received today',
    settled: 'dossiers with a result today',
    inTime: 'of today’s results were early or on time',
    inProgress: 'dossiers being processed',
    byField: 'By field',
    byUnit: 'By responsible agency',
    allFields: 'All fields and procedures',
    allFigures: 'Figures by month, field, agency and commune',
  },

  board,
  check,

  catalogue: {
    title: 'Administrative procedures',
    searchLabel: 'Search by name of procedure, field or code (in Vietnamese)',
    unit: 'Responsible agency',
    field: 'Field',
    level: 'Level of online service in 2019',
    kind: 'Belongs to',
    all: 'All',
    search: 'Search',
    clear: 'Clear all conditions',
    filters: 'Filter by agency, field or level',
    found: (total) => `${procedures(total)} found`,
    foundFor: (total, q) => `${procedures(total)} found for “${q}”`,
    nothing: 'No procedure was found.',
    nothingAdvice:
      'Try fewer words, remove a filter, or name the paper you need in Vietnamese, for example “khai sinh”, “sổ đỏ”, “bản sao”.',
    next: 'Next page',
    first: 'Back to the first page',
    results: 'Results',
    countsTitle: 'What the catalogue contains',
    counts: (all, town, vertical) =>
      `${procedures(all)}: ${f.number(town)} of local units and ${f.number(vertical)} of national agencies`,
    measure: 'What',
    count: 'Procedures',
    share: 'Share',
    fiveOnTheSpot: 'Five on the spot: received, appraised, approved, sealed and handed over',
    online: 'Online at level 3 or 4',
    postal: 'Filed and returned by public post',
    cut: 'Of the local procedures, counted from the catalogue. Shares are cut at two decimals, not rounded.',
    by: 'Responsible:',
    time: 'Time:',
  },

  procedure: {
    code: 'National procedure code',
    unit: 'Responsible agency',
    field: 'Field',
    applicants: 'Who can apply',
    level: 'Level of online service (2019)',
    spot: 'Five on the spot',
    onTheSpot: 'All five steps are done at the centre',
    bring: 'What to bring',
    case: 'Case',
    paper: 'Paper',
    counts: { original: 'Original', certified: 'Certified copy', copy: 'Plain copy', shown: 'To show' },
    shownYes: 'Shown and given back at once',
    none: 'None',
    optional: 'only in the case the name of the paper says',
    noPapers:
      'The catalogue lists no papers for this case yet. Please ask the reception counter before you come.',
    howLong: 'How long it takes',
    howMuch: 'What it costs',
    channel: 'Way of applying',
    otherChannels: 'Every way',
    time: 'Time limit',
    fee: 'Fees',
    undeterminedWhy:
      '“Not determined” means the catalogue does not know the amount; the counter tells you before you pay. It does not mean free.',
    steps: 'Who does what, and in what time',
    step: 'Step',
    who: 'Who',
    stepTime: 'Time',
    noStepTime: 'No time of its own',
    clockStops: 'The clock stops',
    stepsReconstructed:
      'These steps and times are reconstructed from common practice and not yet checked against the centre’s own process.',
    result: 'What you receive',
    basis: 'Legal basis',
    channels: 'Where and how to apply',
    offered: 'Yes',
    notOffered: 'Not yet',
    note: 'Note',
    version: (version, from) => `Version ${f.number(version)}, in force from ${f.day(from)}`,
    printHint: 'This page prints as a one-sheet list of papers.',
    printedAt: (moment) => `Printed at ${moment}`,
    ifNow: 'If you apply now',
    due: (moment) => `Apply now and the result is due at ${moment}`,
    dueAtOnce: 'Apply at the counter and receive the result at once',
    dueNone: 'No time limit is set for this procedure, so no due day can be given',
    dueProvisional:
      'This day is provisional: the holidays of that year are not officially announced yet. If they change, the centre moves the day only in your favour.',
    dueFor: (name, channel) => `For: ${name}; ${channel}.`,
    dueChoose: 'Another case',
    dueAgain: 'Work it out',
    dueDays: 'Why that day? See each day',
    dueDay: 'Day',
    dueCounted: 'Counted',
    dueWhyTitle: 'Why',
    counted: 'Yes',
    notCounted: 'No',
    countedMinutes: (minutes) => `Yes, ${f.minutes(minutes)}`,
    toCatalogue: 'All procedures',
    toLookUp: 'Applied already? Track your dossier',
  },

  lookUp: {
    title: 'Track a dossier',
    lead: 'The dossier code and the look-up key are printed on your receipt. Scanning its QR code opens the same page.',
    code: 'Dossier code',
    codeHint: 'For example: 000.00.12.H49-190703-0042',
    key: 'Look-up key',
    keyHint: '10 letters and digits beside the dossier code. Capitals and spaces do not matter.',
    submit: 'Show the dossier',
    errors: 'The dossier cannot be shown',
    codeMissing: 'Enter the dossier code',
    keyMissing: 'Enter the look-up key',
    notFound: 'No dossier matches both this code and this key',
    notFoundAdvice: [
      'Check every character on the receipt; the letter O is read as 0, the letters I and L as 1.',
      'Enter the whole code with its dots and hyphens.',
      'If it still fails, bring the receipt and your identity paper to the hand-over counter.',
    ],
    privacy:
      'The answer shows nobody’s name, number or address; after 15 minutes code and key must be entered again.',
    opening: 'Opening your dossier',
    openingLink: 'Open the dossier',
  },

  followed: {
    title: (code) => `Dossier ${code}`,
    procedure: 'Procedure',
    stage: 'State',
    holder: 'Where it is now',
    since: (moment) => `since ${moment}`,
    receivedAt: 'Received at',
    dueAtReceipt: 'Due as printed',
    lawfulDue: 'Due now',
    lawfulDueWhy: 'Moved by exactly the time spent waiting for the applicant.',
    promisedDue: 'Promised for',
    promisedDueWhy: 'The centre has apologised and promised a new day; the dossier still counts as late.',
    noDue: 'No time limit is set for this procedure',
    provisional: 'provisional',
    provisionalWhy: 'The holidays of that year are not officially announced yet, so this day is provisional.',
    readyAt: 'Result ready at',
    stoppedAt: 'Stopped at',
    returnedAt: 'Handed over at',
    returnWay: 'How the result is returned',
    supplement: 'You are asked to bring',
    supplementHow:
      'The clock stands still. Bring this with your receipt to the counter; the time goes on when all of it is there.',
    supplementGround: (ground) => `By: ${ground}`,
    steps: 'Steps',
    stepStates: { done: 'Done', now: 'Now', next: 'Next' },
    stepDone: (moment) => `Done at ${moment}`,
    stepSince: (moment) => `Started at ${moment}`,
    another: 'Track another dossier',
    close: 'Close this dossier on this device',
    asOf: (moment) => `As of ${moment}.`,
  },

  errors: {
    403: {
      title: 'The request was refused',
      text: 'The form was sent from another site. The centre does not accept it, to protect you.',
    },
    404: { title: 'There is no such page', text: 'The address may be mistyped, or the page has moved.' },
    405: {
      title: 'That cannot be done here',
      text: 'This page does not accept the way the browser sent it.',
    },
    413: {
      title: 'Too much was sent',
      text: 'This page accepts a few lines of text only. Please send something shorter.',
    },
    429: {
      title: 'Too many look-ups',
      text: 'So that nobody can guess at other people’s dossiers, only a few look-ups are allowed within a short time.',
    },
    500: {
      title: 'Something went wrong at the centre',
      text: 'The fault is ours, not yours. What you just did may not have been recorded; please try again in a few minutes.',
    },
  },
  onward: {
    title: 'You can',
    tryAgainAfter: (wait) => `Please try again in ${wait}.`,
    home: 'Go to the home page',
    catalogue: 'Search procedures',
    lookUp: 'Track a dossier',
  },

  channels,
  stages,
  waitingFor,
  posts: {
    clerk: 'Reception and hand-over officer',
    cashier: 'Cashier',
    handler: 'Specialist',
    approver: 'Approving leader',
    'seal-keeper': 'Seal keeper',
    head: 'Head of the unit',
    director: 'Director of the centre',
    administrator: 'System administrator',
  },
  stepKinds: {
    receive: 'Receipt',
    work: 'Appraisal and work',
    'collect-fee': 'Collection of fees',
    approve: 'Approval',
    seal: 'Sealing',
    outside: 'At another agency',
    citizen: 'Waiting for the applicant',
    return: 'Hand-over of the result',
  },
  citizen: 'The applicant',
  holderKinds: {
    list: 'Waiting to be taken up',
    person: 'Someone is working on it',
    citizen: 'Waiting for you to do your part',
  },
  limitKinds: {
    'civil-days': 'Working days',
    'working-hours': 'Working hours',
    'calendar-days': 'Calendar days',
    'same-day': 'Same day',
    immediate: 'At once',
    'not-set': 'Not set',
  },
  limit: (value) =>
    limitInWords(value, {
      'civil-days': (count) => days(count, 'working day'),
      'working-hours': (minutes) => `${f.allotted(minutes)}${minutes % 240 === 0 ? '' : ' of working time'}`,
      'calendar-days': (count) => `${days(count, 'day')} (days off included)`,
      'same-day': (cutOff) =>
        `Same day if filed before ${f.clock(cutOff)}; later, by the end of the next working day`,
      immediate: () => 'Done while you wait',
      'not-set': () => 'No time limit is set',
    }),
  fee: (value) =>
    feeInWords(value, {
      free: 'Free',
      undetermined: 'Not determined',
      fixed: (dong) => f.money(dong),
      perCopy: (dong) => `${f.money(dong)} a copy`,
      perPage: ({ dong, laterFrom, laterDong, mostDong }) =>
        `${f.money(dong)} a page; from page ${f.number(laterFrom)}, ${f.money(laterDong)} a page; at most ${f.money(mostDong)} a copy`,
    }),
  timeliness: { early: 'Early', 'on-time': 'On time', late: 'Late', 'no-limit': 'No time limit is set' },
  timeLeft: (minutes) =>
    minutes >= 0 ? `${f.workingTime(minutes)} left` : `${f.workingTime(-minutes)} late`,
  ownerKinds: {
    town: 'Local units',
    social_insurance: 'Social insurance',
    tax: 'Tax',
    police: 'Police',
    electricity: 'Electricity',
    water: 'Water',
  },
  levels: { 2: 'Level 2: information and forms', 3: 'Level 3: filing online', 4: 'Level 4: entirely online' },
  applicants: {
    citizen: 'Citizens',
    business: 'Businesses and organisations',
    both: 'Citizens, businesses and organisations',
  },
  returnWays: {
    counter: 'At the hand-over counter',
    post: 'By public post',
    home: 'At home',
    electronic: 'Electronic copy',
  },
  dueWhy: {
    'receipt-day': 'Day of filing, not counted (Civil Code 2015, Article 147)',
    'after-closing': 'Filed after office hours: taken as filed on the next working day',
    'after-cut-off': 'Filed after the hour of the day: goes to the next working day',
    'moved-on': 'The last day is a day off: moved to the next working day (Article 148)',
    'working-day': 'Working day',
    'make-up-day': 'Make-up working day',
    weekend: 'Weekend',
    holiday: 'Public holiday',
  },

  signIn,
  desk: {
    shell,
    dataForPaper,
    digitising,
    scans,
    signing,
    drafting,
    draftFaults,
    account,
    receive,
    batch,
    certifying,
    documentBooks,
    dossier,
    branches,
    linked,
    money,
    turningAway,
    papers,
    printing,
    correcting,
    worklist,
    day,
    reminders,
    dividing,
    many,
    search,
    reports,
    returning,
    calls,
  },

  fieldFaults: {
    missing: () => 'This is missing.',
    'wrong-type': (facts) => `Must be of type ${said(facts['expected'])}.`,
    'too-short': (facts) => `Needs at least ${said(facts['minimum'])}.`,
    'too-long': (facts) => `At most ${said(facts['maximum'])}.`,
    'too-small': (facts) => `Must not be less than ${said(facts['minimum'])}.`,
    'too-large': (facts) => `Must not be more than ${said(facts['maximum'])}.`,
    'not-a-choice': (facts) => `Must be one of: ${said(facts['choices'])}.`,
    'unknown-field': () => 'There is no field of that name.',
    'control-characters': () => 'Holds control characters or characters that cannot be printed.',
    'wrong-format': (facts) => `Not of the form ${said(facts['format'])}.`,
  },

  refusals: {
    'no-such-procedure': (facts) => `There is no procedure ${said(facts['procedure'] ?? facts['key'])}.`,
    'procedure-not-in-force': (facts) =>
      `Procedure ${said(facts['key'])} is not in force on ${f.day(said(facts['on']))}.`,
    'no-such-case': (facts) =>
      `This procedure has no case “${said(facts['case'])}”. Its cases: ${said(facts['cases'])}.`,
    'channel-not-offered': (facts) =>
      `This procedure is not offered by this way: ${named(channels, facts['channel'])}.`,
    'no-such-component': (facts) =>
      `The paper “${said(facts['component'])}” is not on the list of this case.`,
    'component-counted-twice': (facts) => `The paper “${said(facts['component'])}” is listed twice.`,
    'no-such-data-source': () =>
      'The chosen data cannot stand in for this paper today. Choose others or take the paper.',
    'data-of-tomorrow': (facts) =>
      `${f.day(said(facts['day']))} lies ahead. Give the day the data were fetched.`,
    'paper-may-be-asked': () => 'Nothing says yet that data replace this paper: leave the reason empty.',
    'paper-despite-data': (facts) =>
      `The paper may not be asked for: “${said(facts['source'])}” has the data. Fetch them, or give a reason of the list.`,
    'papers-missing': (facts) => `Papers are missing: ${said(facts['papers'])}.`,
    'no-such-unit': (facts) => `There is no unit ${said(facts['unit'])}.`,
    'return-address-needed': () => 'An address is needed to return the result by post or at home.',
    'no-such-slip': () => 'There is no such slip.',
    'case-of-other-pages': ({ case: chosen, pages }) =>
      `A document of ${said(pages)} pages does not fall under “${said(chosen)}”. Correct the pages or choose another case.`,
    'pages-needed': () => 'This procedure goes by pages. Give the pages of the document, or choose a case.',
    'other-visit': ({ code }) =>
      `This visit already holds dossier ${said(code)} of another person, counter or day. Begin a new visit for this one.`,
    'certifies-nothing': () => 'This procedure is entered in no register of certifications.',
    'not-signed-yet': () => 'The competent person has not signed, so that there is no number yet.',
    'no-such-register': () => 'The centre keeps no register of certifications yet.',
    'no-such-certification': () => 'There is no such certification.',
    'certification-spoiled': ({ number }) => `Number ${said(number)} was marked as spoiled before.`,
    'no-such-visit': () => 'There is no such visit.',
    'no-form-yet': (facts) => `No form holds for dossiers received on ${said(facts['on'])}.`,
    'letters-missing': (facts) =>
      `It cannot be printed: the font of the papers has no ${said(facts['letters'])}. Nothing is lost; correct the name or text with that letter, then print.`,
    'no-such-paper': () => 'There is no such paper.',
    'nothing-to-hand-over': (facts) => `On ${said(facts['on'])} there was nothing to hand over.`,
    'no-rule-set': () => 'No rule set is in force on this day.',
    'outside-calendar': () =>
      'There is no working calendar for this time, so no due moment can be worked out.',
    'before-last-event': () => 'The moment given lies before the last thing recorded about the dossier.',
    'no-such-dossier': () => 'No dossier matches this code and key.',
    'not-at-this-stage': (facts) =>
      `The dossier is “${named(stages, facts['stage'])}”, so one cannot ${named(commands, facts['command'])}.`,
    'not-this-step': (facts) =>
      `The dossier is at the step “${said(facts['stepName'] ?? facts['step'])}”, so one cannot ${named(commands, facts['command'])}.`,
    'step-needs-own-command': (facts) =>
      `The step “${said(facts['stepName'] ?? facts['step'])}” is completed only by its own act.`,
    'not-approved': () => 'The result is not approved yet.',
    'nothing-to-send-back-to': () => 'There is no earlier step to send it back to.',
    'nothing-to-supplement': () => 'Write at least one thing to supplement.',
    'asked-once-already': (facts) =>
      `A supplement was asked for ${said(facts['asked'])} times already. To ask again a reason is needed.`,
    'no-such-staff': () => 'There is no such member of staff.',
    'not-in-post': (facts) =>
      `This person is not in the post it takes at ${said(facts['unit'])} on ${f.day(said(facts['on']))}.`,
    'already-held': () => 'Somebody holds this dossier already. The head of the unit can give it to another.',
    'decided-already': () => 'The result has been approved, so the dossier can no longer be stopped.',
    'no-answer-limit': () =>
      'The applicant was given no day to answer by, so it cannot be stopped as unanswered. If the applicant withdraws it, choose that reason.',
    'money-was-paid': () => 'Money was paid against a receipt. Say whether it is given back or kept.',
    'answer-limit-not-over': (facts) =>
      `The answer is waited for until the end of ${said(facts['answerBy'])}; only then can no answer be recorded.`,
    'no-due-moment': () => 'The dossier has no due moment, so there is nothing to promise anew.',
    'promise-too-early': () =>
      'The promised day must be after the lawful due moment and after today. Choose a later day.',
    'apology-under-way': () => 'An apology is on its way already. Send it or drop it first.',
    'apologised-already': () => 'A new day was promised once already; only one is allowed.',
    'apology-not-so-far': () => 'The apology has not come to this: written, consented to, signed, then sent.',
    'no-apology': () => 'No apology is on its way for this dossier.',
    'second-person-needed': () => 'This needs a second person: who wrote it cannot consent to it.',
    'opinion-awaited': (facts) =>
      `The opinion of ${said(facts['bodies'])} is awaited. Record it, or that none came by its deadline, before approving.`,
    'no-opinion-awaited': () => 'No opinion is awaited any more.',
    'no-such-consultation': () => 'There is no such consultation, or its outcome has been recorded.',
    'no-payment-step': () =>
      'The dossier has no step left at which something is paid to the state, so no notice is written down.',
    'obligation-unmet': (facts) =>
      `No proof of payment has come for notice ${said(facts['numbers'])}. Record it, or withdraw a wrong notice.`,
    'no-obligation-open': () => 'No notice waits for its payment.',
    'no-such-obligation': () => 'There is no such notice, or it was met or withdrawn.',
    'notice-twice': (facts) =>
      `Notice ${said(facts['number'])} of ${said(facts['body'])} is written down already.`,
    'pay-day-before-notice': (facts) =>
      `The day of payment, ${f.day(said(facts['payBy']))}, cannot be before that of the notice, ${f.day(said(facts['issuedOn']))}.`,
    'paid-too-little': (facts) =>
      `The notice asks for ${f.money(Number(facts['owed'] ?? 0))}; ${f.money(Number(facts['dong'] ?? 0))} is too little.`,
    'part-open': (facts) =>
      `Linked agencies have not finished: ${said(facts['parts'])}. Wait for them, or go on without the part by a rule.`,
    'no-part-open': () => 'No linked part waits to be done.',
    'no-part-to-ask': () => 'There is no linked part to ask for again at this step.',
    'no-such-part': () => 'The dossier has no such linked part.',
    'part-not-open': (facts) =>
      `The part “${said(facts['part'])}” ${named(PART_STATES, facts['state'])}, so this cannot be done.`,
    'identity-needs-two': () =>
      'This is another name, not another spelling. To change the person propose a correction, which a second person confirms.',
    'nothing-to-correct': () => 'Nothing differs from what is written down.',
    'correction-under-way': () => 'A correction is waiting for its second person already.',
    'no-papers-here': (facts) =>
      `Dossier ${said(facts['code'])} has no papers with the giver that are to be carried.`,
    'papers-go-elsewhere': (facts) =>
      `Dossier ${said(facts['code'])} is no longer with this receiver; load the page again to make the right sheet.`,
    'on-another-sheet': (facts) =>
      `The papers of ${said(facts['code'])} are on sheet ${said(facts['number'])} already.`,
    'no-open-sheet': (facts) => `Dossier ${said(facts['code'])} is not on this sheet any more.`,
    'sheet-closed': () => 'This sheet has been confirmed or taken back. Load the page again to see it.',
    'sheet-incomplete': (facts) =>
      `Not answered whether taken or not, or no reason why not: ${said(facts['codes'])}.`,
    'no-such-hand-over': () => 'There is no such hand-over sheet.',
    'no-paper-missing': () => 'The dossier does not miss this paper.',
    'no-correction': () => 'No correction has been proposed.',
    'no-fee-line': () => 'Put down at least one line, or choose who is exempt.',
    'fee-undetermined': () => 'What is to be paid is undetermined. Put it down before taking money.',
    'fee-unpaid': (facts) =>
      `${f.money(Number(facts['owed'] ?? 0))} is still to be paid before this can be done.`,
    'nothing-owed': () => 'Nothing is left to be paid.',
    'nothing-paid': () => 'Nothing has been paid, or it was cancelled or given back.',
    'paid-already': () => 'Money has been paid. Cancel or refund it before putting down another fee.',
    'other-amount': (facts) =>
      `The amount must be ${f.money(Number(facts['owed'] ?? 0))}, not ${f.money(Number(facts['dong'] ?? 0))}.`,
    'cancel-same-day': (facts) =>
      `The receipt is of ${said(facts['on'])} and can be cancelled on that day only. To give money back, refund it.`,
    'no-such-payment': () => 'The dossier has no such receipt.',
    'no-such-exemption': () => 'This exemption does not hold for the procedure, channel and day.',
    'exemption-evidence-needed': () =>
      'Name the paper that proves the exemption: number, day, who issued it.',
    'reference-needed': () => 'A transfer or card payment needs its reference.',
    'day-closed': (facts) =>
      `Your cash sheet of ${f.day(said(facts['on']))} is closed, so it takes no more payments, cancellations or refunds. Somebody whose till is open can do it.`,
    'day-not-begun': (facts) => `${f.day(said(facts['on']))} has not begun.`,
    'difference-needs-reason': (facts) =>
      `${f.money(Number(facts['counted'] ?? 0))} counted, but it must be ${f.money(Number(facts['expected'] ?? 0))}. Count again, or say why they differ.`,
    'taken-over-already': () => 'The money of this sheet has been taken over already.',
    'no-such-sheet': () => 'There is no such closed sheet.',
    'payment-undone': () => 'This receipt was cancelled or refunded already.',
    'numbered-already': (facts) =>
      `The result has the number ${said(facts['number'])}. Seal it under this number, or make it void with a reason.`,
    'not-numbered': () => 'The result has no number yet.',
    'numbered-outside': () => 'Another body numbers this document. Enter its number when you seal it.',
    'number-from-the-book': () => 'The book gives the number. Leave it out and send again.',
    'number-needed': () => 'Another body numbers this document. Enter number and symbol as they stand on it.',
    'not-held': () => 'The dossier lies in the list; nobody has taken it on.',
    'receiver-unknown': () =>
      'The receiver is neither the applicant nor the owner. Somebody who receives for them needs a paper of authority; for the same person with a new identity paper, give the old number as it stands in the dossier.',
    'authority-kind-needed': () =>
      'Say by what they receive: a written authority, as parent of a minor, or as legal representative.',
    'authority-scope-needed': () =>
      'Say what the written authority allows, for example: to receive the result of this dossier.',
    'authority-expired': (facts) => `The authority held until ${f.day(said(facts['until']))}.`,
    'identity-not-checked': () => 'Look at the receiver’s identity paper and write its number down first.',
    'identity-differs': (facts) =>
      `The number shown (${said(facts['shown'])}) is not the dossier’s (${said(facts['written'])}). Check that it is the right person; if so, say why the number differs.`,
    'not-acknowledged': () => 'Say how receipt was acknowledged: on paper, on the screen or by fingerprint.',
    'signature-missing': () => 'There is no image of the signature. Send it, or have the paper slip signed.',
    'acknowledgment-incomplete': (facts) =>
      facts['how'] === 'fingerprint'
        ? 'A fingerprint needs a witness: write the full name.'
        : 'Give the reference of the electronic acknowledgment.',
    'slip-needed': () => 'Give the number of the slip: both post and home delivery have one.',
    'sent-where': () =>
      'Give the address it was sent to and choose the file that was sent, kept with the dossier.',
    'originals-not-withdrawn': (facts) =>
      `The old original is handed in for the new result: ${said(facts['papers'])}. Tick it as taken, or say why it was not.`,
    'authority-paper-needed': () =>
      'An authorised person must have a paper of authority: give its number, day and who certified it.',
    'scan-too-large': (facts) =>
      `The file “${said(facts['name'])}” is larger than ${said(facts['most'])} MB. Scan it at 200 dpi or in several files.`,
    'scan-of-no-kind': (facts) =>
      `The file “${said(facts['name'])}” is not a PDF, JPEG or PNG. Save it as one of these and send it again.`,
    'scan-cut-off': (facts) =>
      `The end of the file “${said(facts['name'])}” is missing. Scan or copy it again.`,
    'scan-locked': (facts) =>
      `The file “${said(facts['name'])}” has a password, so nobody can look at it. Take the password off and send it again.`,
    ...signingRefusals,
    ...draftingRefusals,
    'no-such-scan': () => 'This dossier has no such scan.',
    'scan-empty': (facts) => `The file “${said(facts['name'])}” is empty (0 bytes). Scan or copy it again.`,
    'scan-active': (facts) =>
      `The file “${said(facts['name'])}” holds scripts or attached files and is not taken. Print it to a new PDF and send that, or scan the paper.`,
    'scan-bomb': (facts) =>
      `The file “${said(facts['name'])}” is packed in an unusual way: it would unpack to far more than a scan. Scan it again at 200 dpi.`,
    'scan-too-many-pages': (facts) =>
      `Up to the file “${said(facts['name'])}” there are ${said(facts['pages'])} pages; one copy has at most 100. Split it and send the parts.`,
    'scan-too-many-files': (facts) =>
      `At most ${said(facts['most'])} files in one go. Send them in several, or scan several pages into one PDF.`,
    'scan-unreadable': (facts) =>
      `The file “${said(facts['name'])}” cannot be opened: it is damaged or not what it calls itself. Scan it again.`,
    'scan-too-slow': (facts) =>
      `The file “${said(facts['name'])}” takes too long. Scan it again at 200 dpi or split it.`,
    'certified-already': () => 'Another officer has compared and certified this copy.',
    'findings-unanswered': () =>
      'Something on this copy should be looked at. Say why it can be used all the same, or strike it and scan again.',
    'copy-not-reusable': (facts) => {
      const why: { readonly [why: string]: string } = {
        'other-owner': 'it belongs to another identity number, or this owner gave none',
        struck: 'it was struck at the earlier dossier',
        'not-certified': 'it was not compared with the original',
        'run-out': `the paper was valid until ${f.day(said(facts['validUntil']))}`,
      }
      return `It cannot be reused: ${why[said(facts['why'])] ?? ''}. Digitise the paper.`
    },
    'not-permitted': () => 'You are not appointed to do this.',
    'no-mandate': (facts) =>
      `You hold no mandate to sign for ${said(facts['unit'])} on ${f.day(said(facts['on']))}.`,
    'substitute-same-person': () => 'The absent person and the substitute must be two persons.',
    'days-in-wrong-order': () => 'The last day cannot be before the first.',
    'days-past': () =>
      'Days that have passed cannot be entered: a substitution begins today at the earliest.',
    'already-substituted': (facts) =>
      `This person has a substitute from ${f.day(said(facts['from']))} to the end of ${f.day(said(facts['last']))}. Please end that first.`,
    'substitute-away': (facts) =>
      `The person chosen is absent too, with a substitute from ${f.day(said(facts['from']))} to the end of ${f.day(said(facts['last']))}. Please choose another.`,
    'substitutes-then': (facts) =>
      `The absent person stands in for somebody from ${f.day(said(facts['from']))} to the end of ${f.day(said(facts['last']))}. Please end that first.`,
    'already-delegated': (facts) =>
      `This person may already approve from ${f.day(said(facts['from']))} to ${f.day(said(facts['last']))}.`,
    'no-such-delegation': () => 'There is no such delegation, or it has ended.',
    'no-such-substitution': () => 'There is no such substitution, or it has ended.',
    'changed-meanwhile': () => 'Somebody else has just changed this dossier. Please look at it again first.',
    'command-id-reused': () => 'This command id has been used for something else.',
    'not-carried-out': () =>
      'Not done: the fault is ours. You can send it again; no dossier is changed twice.',
    'window-not-over': ({ to }) =>
      `The window is not over (it runs until ${f.day(said(to))}); a report is issued when it is.`,
    'issued-already': ({ number }) =>
      `This report was issued as ${said(number)} and nothing has changed since. There is no need to issue it again.`,
    'no-such-report': () => 'There is no such report.',
    'targets-out-of-reach': ({ share, of, asked, found }) =>
      share === undefined
        ? `${said(asked)} dossiers are needed for one figure and only ${said(found)} fit.`
        : `No whole number is ${said(share)}% of ${said(of)} dossiers; change the share or the number.`,
  },
} satisfies Words
