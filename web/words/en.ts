import type { FilingStage } from '#domain/filing/filing.ts'
import type { Part } from '#domain/dossier/parts.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { DossierCommand } from '#domain/dossier/commands.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { format } from './format.ts'
import { allNamed, feeInWords, limitInWords, listed, named, said, saidMoment } from './said.ts'
import type { Words } from './vi.ts'
import { branches } from './en/branches.ts'
import { linked } from './en/linked.ts'
import { money } from './en/money.ts'
import { paying, payingRefusals, reconciling } from './en/paying.ts'
import { papers } from './en/papers.ts'
import { correcting } from './en/correcting.ts'
import { printing } from './en/printing.ts'
import { filings } from './en/filings.ts'
import { filing } from './en/filing.ts'
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
import { communes } from './en/communes.ts'
import { dataForPaper } from './en/data-for-paper.ts'
import { digitising } from './en/digitising.ts'
import { fieldClosing } from './en/field-closing.ts'
import { fieldFrame } from './en/field-frame.ts'
import { fieldIntake } from './en/field-intake.ts'
import { fieldPrinting } from './en/field-printing.ts'
import { fieldWork } from './en/field-work.ts'
import { handingIn, handingInRefusals } from './en/handing-in.ts'
import { scanBox, scanBoxRefusals, sealedCopy } from './en/scan-box.ts'
import { scans } from './en/scans.ts'
import { check } from './en/check.ts'
import { draftFaults, drafting, draftingRefusals } from './en/drafting.ts'
import { signing, signingRefusals } from './en/signing.ts'
import { checklist } from './en/checklist.ts'
import { finding } from './en/finding.ts'
import { shell } from './en/shell.ts'
import { day, reminders, worklist } from './en/worklist.ts'
import { citizens } from './en/citizens.ts'
import { feedback, personalParts } from './en/feedback.ts'
import { outreach } from './en/outreach.ts'
import { own } from './en/own.ts'
import { opinions } from './en/opinions.ts'
import { kiosk } from './en/kiosk.ts'
import { post, postRefusals } from './en/post.ts'
import { notices } from './en/notices.ts'
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

/** What the national identity has to say of a person. */
const IDENTITY_PARTS: Record<string, string> = {
  subject: 'account key',
  name: 'full name',
  idNumber: 'identity number of 12 digits',
  taxCode: 'tax code',
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
  ReceiveAsCompetent: 'receive what was handed in elsewhere',
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
  PromptApplicant: 'remind the applicant',
  AssessFee: 'put down the fee',
  ChargePostage: 'put down postage',
  TakePayment: 'take the payment',
  CancelPayment: 'cancel the receipt',
  AskRefund: 'ask for a refund',
  AgreeToRefund: 'agree to the refund',
  DropRefund: 'not give it back',
  RefundPayment: 'give money back',
  ChangeReturnWish: 'change how the result is returned',
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
const filingStages: Record<FilingStage, string> = {
  submitted: 'Waiting to be accepted',
  asked: 'Waiting for you to add something',
  answered: 'Added to, waiting to be accepted',
  accepted: 'Accepted',
  refused: 'Not accepted',
  withdrawn: 'Withdrawn',
}

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
    description: (centre) =>
      `${centre}: find a procedure in everyday words, see what to bring, how long it takes, what it costs and where to go; track a dossier.`,
    display: 'Display',
    largeText: 'Large text',
    usualText: 'Usual text',
    highContrast: 'High contrast',
    usualContrast: 'Usual colours',
    plainWords: 'Words of offices in plain words',
    demonstration: 'Illustrative catalogue of 2019',
    demonstrationWhy:
      'This is a demonstration centre: its catalogue was reconstructed to show how things work and is not for real applications.',
    footer: 'This site works without JavaScript, on every device and on paper.',
    helpTitle: 'No internet?',
    help: 'Come to the reception counter, or ask a relative to bring your receipt. The centre never asks for your password or one-time codes.',
    onlyInVietnamese:
      'English names of procedures, papers and agencies are translations; the Vietnamese ones are official, and some stand in Vietnamese alone.',
  },

  home: {
    title: 'One door for every procedure, closer to people every day',
    lead: (total, ways) =>
      `${procedures(total)}; apply ${listed(
        ways.map((way) => way.charAt(0).toLowerCase() + way.slice(1)),
        'or',
      )}.`,
    searchLabel: 'What do you need to do?',
    searchHint: 'In everyday words, English or Vietnamese: birth certificate, red book, open a shop',
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
  finding,
  checklist,

  catalogue: {
    ofCommunes: 'Done by the communes and wards',
    ofCommunesHint:
      'Each commune or ward does it for those who live there; it can be handed in at any one-stop desk. An illustration, not counted among the procedures of the centre.',
    title: 'Administrative procedures',
    searchLabel: 'What do you need to do?',
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
    next: 'Next page',
    first: 'Back to the first page',
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
    online: 'Can I do it online?',
    onlineYes: 'Yes, you can apply online',
    onlineNo: 'Not yet, papers have to be handed in',
    onlineWhole: 'Applying, paying and receiving the result can all be done online.',
    onlinePart: 'You apply online; the result is handed out at the counter, by post or at home.',
    onlineOther: 'Bring your papers to the counter, or use one of the other ways at the end of this page.',
    bring: 'What do I need?',
    toChecklist: 'My own list: print it, send it to my telephone',
    officialName: 'Official name:',
    terms: 'Words in the name:',
    age: 'Age to file alone',
    ageFrom: (age) => `from ${age} years; for anybody younger a parent or guardian files.`,
    myCase: 'I am / My case',
    showMine: 'Show mine',
    onlyIf: (condition) => `Only if: ${condition}.`,
    withdrawn: 'taken back when the result is handed out',
    paperCounts: {
      original: (count) => (count === 1 ? '1 original' : `${f.number(count)} originals`),
      certified: (count) => (count === 1 ? '1 certified copy' : `${f.number(count)} certified copies`),
      copy: (count) => (count === 1 ? '1 plain copy' : `${f.number(count)} plain copies`),
    },
    exempt: 'Who pays less?',
    off: (percent) => (percent === 100 ? 'free' : `${f.number(percent)}% less`),
    offDong: (dong) => `${f.money(dong)} less`,
    atAnyDesk: (count) =>
      `It can be handed in at the one-stop desks of ${f.number(count)} communes and wards too`,
    atAnyDeskHint:
      'The result is fetched where it was handed in. Its time runs from the receipt by the competent agency; the slip names the latest day.',
    deskHours: (days, hours) => `(${days}: ${hours})`,
    atCommune: 'At the one-stop desk of the commune or ward where the person lives',
    atCounter: 'At the counters of',
    territory: (count) => `Serves ${count} communes and wards (as they are called today)`,
    otherWays: 'You need not come; you can also apply:',
    today: 'Today',
    closed: 'closed',
    openNow: 'open now',
    compare: 'Compare cases and ways of applying',
    description: (name) => `${name}: what to bring, how long it takes, what it costs, where to go.`,
    case: 'Case',
    shownYes: 'Shown and given back at once',
    optional: 'Only in the case the name of the paper says.',
    noPapers:
      'The catalogue lists no papers for this case yet. Please ask the reception counter before you come.',
    howLong: 'How long does it take?',
    howMuch: 'What does it cost?',
    channel: 'Way of applying',
    otherChannels: 'Every way',
    time: 'Time limit',
    fee: 'Fees',
    undeterminedWhy:
      '“Not determined” means the catalogue does not know the amount; the counter tells you before you pay. It does not mean free.',
    steps: 'Who does what, and in what time',
    noStepTime: 'No time of its own',
    clockStops: 'The clock stops',
    stepsReconstructed:
      'These steps and times are reconstructed from common practice and not yet checked against the centre’s own process.',
    result: 'What you receive',
    basis: 'Legal basis',
    channels: 'Where do I go?',
    note: 'Note',
    version: (version, from) => `Version ${f.number(version)}, in force from ${f.day(from)}`,
    printedAt: (moment) => `Printed at ${moment}`,
    due: (moment) => `Apply now and the result is due at ${moment}`,
    dueAtOnce: 'Apply at the counter and receive the result at once',
    dueNone: 'No time limit is set for this procedure, so no due day can be given',
    dueProvisional:
      'This day is provisional: the holidays of that year are not officially announced yet. If they change, the centre moves the day only in your favour.',
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
      'Just handed in at a mobile session or at home: it can be followed once the device has sent it to the centre, usually within two days.',
      'If it still fails, bring the receipt and your identity paper to the hand-over counter.',
    ],
    privacy:
      'The answer shows nobody’s name, number or address; after 15 minutes code and key must be entered again.',
    opening: 'Opening your dossier',
    openingLink: 'Open the dossier',
  },

  sealedCopy,
  followed: {
    handedInAt: 'Handed in, and to be fetched, at',
    settledBy: 'Settled by',
    competentBy: (by) => `Its time runs from its receipt there, by ${by} at the latest.`,
    competentAt: (at) => `Received there ${at}; its time runs from then.`,
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
    toDo: 'What you need to do now',
    nothingToDo: 'There is nothing for you to do now. Your dossier is being dealt with.',
    answerBy: (day) => `By ${day} at the latest.`,
    supplementHow: (place) =>
      `The clock stands still. Bring this with your receipt to ${place}; the time goes on when all of it is there.`,
    payFee: (dong) => `Pay the fee: ${dong}`,
    payFeeHow: (place) => `Pay at ${place} and bring your receipt slip. You are given a receipt of payment.`,
    fetch: 'Come and collect your result',
    fetchHow: (place) =>
      `Bring your receipt slip and identity card to ${place}. Somebody who collects it for you also brings your authority.`,
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
    400: {
      title: 'What was sent cannot be read',
      text: 'What your browser sent is damaged or has no form we know, so nothing was taken in. Go back one page and send it again.',
    },
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
    'competent-receipt': 'Receipt by the competent agency',
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
    commune: 'Communes and wards',
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

  paying,
  signIn,
  citizens,
  opinions,
  post,
  feedback,
  outreach,
  own,
  kiosk,
  notices,
  desk: {
    reconciling,
    shell,
    communes,
    dataForPaper,
    digitising,
    scans,
    scanBox,
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
    filings,
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

  filing,
  fieldClosing,
  fieldFrame,
  fieldIntake,
  fieldPrinting,
  fieldWork,
  handingIn,

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
    ...payingRefusals,
    ...postRefusals,
    'no-such-procedure': (facts) => `There is no procedure ${said(facts['procedure'] ?? facts['key'])}.`,
    'procedure-not-in-force': (facts) =>
      `Procedure ${said(facts['key'])} is not in force on ${f.day(said(facts['on']))}.`,
    'no-such-case': (facts) =>
      `This procedure has no case “${said(facts['case'])}”. Its cases: ${said(facts['cases'])}.`,
    'no-such-life-event': () => 'There is no such life event.',
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
    'nobody-to-tell': () =>
      'There is nobody to tell: the applicant has no mobile telephone or mailbox, wants no messages, or the centre lacks that way. Correct the contact, or call.',
    'no-such-notice': () => 'The dossier has no such notice.',
    'no-push-service': () =>
      'The centre cannot push to this browser. Choose another way, or use Chrome, Firefox, Safari or Edge.',
    'same-hours': () => 'Quiet hours must begin and end at different times. Choose one of them anew.',
    'no-longer-so': () => 'That is no longer so, so nobody is told. See how the dossier stands.',
    'mailbox-needed': () =>
      'To be told by e-mail an address is needed, such as name@example.vn; without one choose the telephone.',
    'return-address-needed': () => 'An address is needed to return the result by post or at home.',
    'no-such-slip': () => 'There is no such slip.',
    'case-of-other-pages': ({ case: chosen, pages }) =>
      `A document of ${said(pages)} pages does not fall under “${said(chosen)}”. Correct the pages or choose another case.`,
    'pages-needed': () => 'This procedure goes by pages. Give the pages of the document, or choose a case.',
    'commune-needed': () => 'Each commune and ward does this for its own people: choose the competent one.',
    'no-commune-competent': () => 'This procedure is not done by communes.',
    'no-such-desk': ({ unit }) => `${said(unit)} has no one-stop desk on this day.`,
    'not-at-this-desk': () => 'Procedures of vertical agencies are handed in at the centre alone.',
    'channel-of-own-desk': () => 'At another desk only what is brought in person is received.',
    'not-handed-in-elsewhere': () =>
      'The rules in force do not let it be handed in elsewhere: hand it in at the competent agency.',
    'returned-at-the-desk': () =>
      'What was handed in at another desk comes back there, or electronically; not by post nor at home.',
    'other-visit': ({ code }) =>
      `This visit already holds dossier ${said(code)} of another person, counter or day. Begin a new visit for this one.`,
    'filings-off': () =>
      'The centre takes no filings here at present. File through the national portal, or at the counter.',
    'no-such-filing': () => 'There is no such online filing.',
    'no-filing-draft': () =>
      'There is nothing begun under this address. It may have been filed, thrown away, or begun on another device.',
    'filing-at-another-stage': (facts) =>
      `The filing is at the stage “${named(filingStages, facts['stage'])}”, so this is not possible.`,
    'answers-incomplete': (facts) => `Not filled in right yet: ${said(facts['fields'])}.`,
    'authority-not-shown': () =>
      'To file for somebody else, hand in the authorisation or the paper that shows the relation, or bring it to the counter.',
    'too-young-alone': (facts) =>
      `Nobody under ${said(facts['leastAge'])} files this procedure alone (${said(facts['ground'])}). A parent or guardian files instead: signed in with an own account, they say under “Filing for others” that they represent you, and file; or you come to the counter together.`,
    'no-such-field': (facts) => `The form has no field “${said(facts['field'])}”.`,
    'form-changed': () => 'The form has a new version. Open what you have begun to go on with it.',
    'data-not-looked-up': (facts) =>
      `Data stand in for the paper “${said(facts['component'])}”: say in which source they were looked up, and the reference.`,
    'marked-as-wrong': () =>
      'Something is marked as wrong. Take the mark away and accept, or ask the citizen about it.',
    'too-many-drafts': (facts) =>
      `You have ${said(facts['most'])} filings half done. File or throw away some before you begin another.`,
    'sign-in-to-file': () => 'Sign in to file. What you have filled in is kept.',
    'not-received-yet': ({ code, stage, acceptBy }) =>
      `${said(code)} was filed online: ${named(filingStages, stage)}.${acceptBy ? ` The centre answers at the latest ${saidMoment(acceptBy, f.longMoment)}.` : ''}`,
    'not-taken-in': ({ code, stage, why, receivedAt }) =>
      stage === 'refused'
        ? `${said(code)}, handed in at a mobile session or at home, is not received: ${said(why)}`
        : `${said(code)}, handed in at a mobile session or at home${receivedAt ? ` at ${saidMoment(receivedAt, f.moment)}` : ''}, has come to the centre; an officer looks at it before it is received.`,
    'certifies-nothing': () => 'This procedure is entered in no register of certifications.',
    'not-signed-yet': () => 'The competent person has not signed, so that there is no number yet.',
    'no-such-register': () => 'The centre keeps no register of certifications yet.',
    'no-such-certification': () => 'There is no such certification.',
    'certification-spoiled': ({ number }) => `Number ${said(number)} was marked as spoiled before.`,
    'no-such-visit': () => 'There is no such visit.',
    'no-form-yet': (facts) => `No form holds for dossiers received on ${said(facts['on'])}.`,
    'letters-missing': (facts) =>
      `It cannot be printed: the font of the papers has no ${said(facts['letters'])}. Nothing is lost; correct the name or text with that letter, then print.`,
    'template-failed': ({ file, line, message, limit }) =>
      limit === null || limit === undefined
        ? `The centre’s own template cannot print this paper: ${said(file)}${line === null ? '' : `, line ${said(line)}`}: ${said(message)}. Nothing was kept; ask the administrator to put the template right, then print again.`
        : `The centre’s own template ${limit === 'time' ? 'does not come to an end' : 'takes too much memory'} with this paper and was stopped. Nothing was kept; ask the administrator to put the template right, then print again.`,
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
    'way-not-open': () =>
      'The result of this dossier can no longer come back that way, or the procedure has no such way.',
    'return-under-way': () => 'The result is on its way as it was chosen and goes that way.',
    'no-electronic-result': () => 'There is no electronic result of this dossier to be taken yet.',
    'kind-not-taken': () => 'The centre does not take this by itself yet: send it as a remark.',
    'no-corrections-here': () => 'The centre takes no requests to put data right here yet.',
    'of-one-person': () => 'A request to put data right concerns one person alone and is not published.',
    'done-or-refused': () => 'Say whether it was put right or refused.',
    'too-many-corrections': (facts) =>
      `You have ${said(facts['most'])} requests without an answer. Wait for the answers first.`,
    'too-many-exports': (facts) => `At most ${said(facts['most'])} downloads a day. Try again tomorrow.`,
    'supplement-incomplete': (facts) => `Not everything that was asked for is here: ${said(facts['items'])}.`,
    'not-the-applicant': () => 'This number is not that of the dossier.',
    'no-such-staff': () => 'There is no such member of staff.',
    'not-in-post': (facts) =>
      `This person is not in the post it takes at ${said(facts['unit'])} on ${f.day(said(facts['on']))}.`,
    'already-held': () => 'Somebody holds this dossier already. The head of the unit can give it to another.',
    'decided-already': () => 'The result has been approved, so the dossier can no longer be stopped.',
    'no-answer-limit': () =>
      'The applicant was given no day to answer by, so it cannot be stopped as unanswered. If the applicant withdraws it, choose that reason.',
    'money-was-paid': () => 'Money was paid against a receipt. Say whether it is given back or kept.',
    'answer-limit-not-over': (facts) =>
      `The answer is waited for until the end of ${f.day(said(facts['answerBy']))}; only then can no answer be recorded.`,
    'nobody-waited-for': () =>
      'The dossier waits neither for a supplement nor for a payment, so there is nothing to remind of.',
    'call-is-not-sent': () =>
      'Of a telephone call say “told” or “not reached”; “sent” is for messages, letters and the commune.',
    'not-prompted': (facts) =>
      `The applicant was reminded ${said(facts['made'])} of the ${said(facts['needed'])} times it takes. Remind the applicant, record it and wait ${said(facts['days'])} days.`,
    'prompted-lately': (facts) =>
      `The applicant was reminded lately; the dossier can be stopped as unanswered from ${f.day(said(facts['from']))}.`,
    'no-due-moment': () => 'The dossier has no due moment, so there is nothing to promise anew.',
    'promise-too-early': () =>
      'The promised day must be after the lawful due moment and after today. Choose a later day.',
    'apology-under-way': () => 'An apology is on its way already. Send it or drop it first.',
    'apologised-already': () => 'A new day was promised once already; only one is allowed.',
    'apology-not-so-far': () => 'The apology has not come to this: written, consented to, signed, then sent.',
    'no-apology': () => 'No apology is on its way for this dossier.',
    'second-person-needed': () =>
      'This needs two people: who wrote or proposed it cannot agree to it. Ask a second person to open this dossier and agree.',
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
    'day-opened': (facts) =>
      `The float is recorded as ${f.money(Number(facts['dong'] ?? 0))} and cannot be recorded again. If it is wrong, explain it when the day is closed.`,
    'day-not-today': () =>
      'A float is recorded for today only. If it was forgotten, say it when the day is closed.',
    'opening-differs': (facts) =>
      `The float is recorded as ${f.money(Number(facts['opened'] ?? 0))}, which is not what was sent. Leave it out.`,
    'other-till': () =>
      'This receipt is of another cashier, so you cannot cancel it. That cashier can, or the head or director with a reason.',
    'day-closed': (facts) =>
      `${facts['isOwn'] === false ? 'That cashier’s' : 'Your'} cash sheet of ${f.day(said(facts['on']))} is closed, so it takes no more payments, cancellations or refunds. Somebody whose till is open can do it: a refund is dropped and asked for anew by them.`,
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
    ...scanBoxRefusals,
    ...handingInRefusals,
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
    'code-wrong': () => 'The code is wrong, was used, or 10 minutes or 5 tries are over. Get another one.',
    'contact-taken': () =>
      'This telephone number or e-mail address belongs to another account of yours. Sign in with it to use that account.',
    'message-not-sent': () => 'The message could not be sent just now. Try again in a few minutes.',
    'identity-unreachable': () =>
      'The national identity service does not answer just now. Try again in a few minutes, or sign in another way; your data are not touched.',
    'identity-not-proved': () =>
      'This sign-in was used before, has run out, or does not belong to this browser. Sign in again from the start.',
    'identity-cancelled': () => 'You stopped signing in at the identity service. Nothing has changed.',
    'identity-incomplete': (facts) =>
      `The identity account does not say enough (missing: ${allNamed(IDENTITY_PARTS, facts['missing'])}). Complete it in the identity application, or sign in another way.`,
    'identity-of-another': () =>
      'This identity number is used here by another identity account. To protect you the two are not joined by themselves. Bring your identity card to the counter to be helped.',
    'identity-elsewhere': () =>
      'This identity belongs to another account of yours here. Sign out, then sign in with the national identity to use that account.',
    'agent-not-of-age': () =>
      'Who files for others must be 18. If you are and have not given your date of birth, give it under Correct it.',
    'acts-for-oneself': () => 'This is your own number; to file for yourself nothing needs to be stated.',
    'too-many-principals': (facts) =>
      `You file for ${said(facts['most'])} people and organisations. End those that are done before stating more.`,
    'not-a-child': () =>
      'This date of birth is not that of a person under 18. Who is 18 files alone, or authorises you.',
    'not-verified': () =>
      'Verify your national identity before letting others file for you, so that nobody poses as you.',
    'authority-days': (facts) =>
      `The last day must lie between ${f.day(said(facts['from']))} and ${f.day(said(facts['latest']))}.`,
    'no-such-representation': () => 'There is no such authority, or it has ended.',
    'no-rating-form': () => 'The centre has not opened ratings.',
    'rated-too-early': () =>
      'There is no result yet, so the dossier cannot be rated. Come back when you are told that the result is there.',
    'rating-over': (facts) =>
      `The time for rating this dossier is over (the last day was ${f.day(said(facts['until']))}).`,
    'rated-already': () =>
      'This dossier has been rated. Each dossier is rated once; the person can change it for a few days, by the code and key on the receipt.',
    'question-unanswered': () => 'Some questions are not answered yet.',
    'reason-needed': () =>
      'You are dissatisfied with something: please write why, so that the centre can mend it.',
    'ticket-over': () => 'This code is wrong or has run out. Ask the officer at the counter for a new one.',
    'rated-meanwhile': () => 'This dossier has just been rated elsewhere. Open the page again to see it.',
    'machine-of-staff': () =>
      'An officer is signed in on this machine, so nothing can be rated here. Use the machine for citizens.',
    'no-such-session': () => 'There is no such mobile session.',
    'session-not-so-far': () =>
      'This session is published, cancelled or was just changed by somebody else. Open the page again.',
    'session-in-the-past': (facts) => `${f.day(said(facts['on']))} is over.`,
    'session-without-hours': () => 'It must close after it opens, with time for one person at least.',
    'session-without-team': () => 'Choose at least one person who goes.',
    'twice-in-team': (facts) =>
      `${said(facts['who'])} is chosen twice: the substitute must be somebody else.`,
    'team-not-in-post': (facts) =>
      `${said(facts['who'])} has no post of the centre on ${f.day(said(facts['on']))}. Choose somebody else.`,
    'in-two-sessions': (facts) =>
      `${said(facts['who'])} is in the session at ${said(facts['place'])} at the same hours of ${f.day(said(facts['on']))}. Choose another person or other hours.`,
    'slots-taken': () =>
      'People have registered for a time that would be gone. Keep the hours, or cancel the session and tell them.',
    'too-many-sessions': (facts) => `At most ${said(facts['most'])} sessions at once. Choose a shorter time.`,
    'no-session-day': () =>
      'There is no such day in that time. Look at the weekdays and the exceptions again.',
    'registration-closed': () =>
      'This session takes no more registrations: it is not published, cancelled, or the time is over.',
    'no-such-slot': () => 'There is no such time. Choose again.',
    'slot-full': () => 'This time is full. Choose another.',
    'registered-already': () =>
      'This telephone is registered for this session already. To change the time, cancel with the code you were given.',
    'no-such-registration': () => 'No registration has this code. Look at the code again.',
    'no-such-commune': () => 'Choose a commune or ward of the list.',
    'taken-out-otherwise': () =>
      'The channel does not fit: a session is the mobile channel, a visit the one at home.',
    'not-held-now': () => 'This session or visit is not held today, or was cancelled.',
    'not-of-the-team': () => 'You are not in the team of this session and cannot receive for it.',
    'no-home-rule': () => 'There is no rule for visits at home on this day.',
    'not-borne-out': () => 'This ground has to be borne out by somebody else: look at who confirms it.',
    'birth-date-needed': () => 'The date of birth, or at least the year, is needed to know the age.',
    'too-young-for-visit': (facts) => `The person is not yet ${said(facts['least'])}.`,
    'no-such-home-visit': () => 'No request for a visit has this code and key.',
    'home-visit-not-so-far': () => 'This cannot be done any more, or not yet. Open the page again.',
    'visit-in-the-past': (facts) => `${f.day(said(facts['on']))} is over. Choose another day.`,
    'visit-not-yet': (facts) => `The visit is on ${f.day(said(facts['on']))}.`,
    'witness-needed': () => 'A fingerprint needs a witness: enter the name.',
    'packet-unreadable': () =>
      'The packet cannot be opened: it was damaged on its way or sealed for somebody else.',
    'packet-not-as-agreed': () => 'The packet is not as it was agreed: update the application on the device.',
    'attachment-differs': () => 'A picture in the packet is not what the packet says.',
    'packet-of-another': () => 'This packet is of another device.',
    'packet-differs': () => 'A packet of this id was sent with other content.',
    'too-much-on-its-way': () => 'Too many packets of the device are half sent: finish those first.',
    'not-signed-by-device': () => 'The packet is not signed by the device that is registered.',
    'no-such-provision': () => 'The device was not provisioned for the outing the packet names.',
    'number-used': () => 'This number is used by another dossier.',
    'device-ended': () => 'This device was reported lost or taken out of use: the application erases itself.',
    'no-such-device': () => 'There is no such device.',
    'device-code-wrong': () => 'The code is wrong, used, or older than 15 minutes. Ask for a new one.',
    'no-field-work': () => 'Work outside is not opened on this server.',
    'outing-over': () => 'This outing is over.',
    'no-such-packet': () => 'There is no such packet, or it cannot be opened any more.',
    'packet-decided': () => 'Somebody has decided about this packet. Open the page again.',
    'nothing-left-to-do': () => 'This is done already.',
    'no-feedback-here': () =>
      'The centre takes no remarks, proposals or complaints on these pages yet. Come to the counter or write a letter.',
    'no-such-feedback': () =>
      'Nothing matches this code and key. Look again at the two lines you were given.',
    'complaint-needs-name': () =>
      'A complaint needs the name and address of the person (Law on Complaints, art. 8). A remark or proposal does not.',
    'feedback-not-so-far': () =>
      'This cannot be done any more, or not yet: it has just moved on. Open the page again.',
    'answers-own-work': () =>
      'You worked on the dossier this is about, so you cannot answer it yourself. Leave it to somebody else or to the director.',
    'answered-by-director': () =>
      'The director answered in person. If you do not agree, turn to the People’s Committee above or to the court.',
    'appeal-over': (facts) =>
      `The time for an appeal is over (the last day was ${f.day(said(facts['until']))}).`,
    'published-already': () => 'This answer is published already.',
    'personal-data-in-text': (facts) =>
      `The text to publish still has ${personalParts(facts['parts'])}. Write it so that nobody can tell who sent it.`,
    'not-confirmed': () => 'Read the text to publish again and tick that it has no personal data.',
    'birth-not-possible': () => 'The date of birth must lie before today and after 1900.',
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
