import { type CalendarData, workingCalendar } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Step, StepKind, StepPart } from '#domain/procedure/process.ts'
import type { Post } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type {
  AssignDossier,
  ChangeCommand,
  ClaimDossier,
  HandBack,
  ReceiveDossier,
  ReleaseDossier,
  SendBack,
  TakeOverDossier,
} from './commands.ts'
import { under } from './decide.ts'
import { type DocumentNumber, type StandingNumber, writtenNumber } from './document-number.ts'
import { type Dossier, evolve, fold } from './dossier.ts'
import type { Doer, DossierEvent } from './events.ts'
import type { HandOverProof } from './hand-over.ts'
import type { Law } from './law.ts'
import { owedDong } from './owed.ts'

/** Builders for tests: everything has a sensible value, and a test names only what it is about. */

const OFFICE = [
  { opens: 7 * 60, closes: 11 * 60 + 30 },
  { opens: 13 * 60 + 30, closes: 17 * 60 },
]

/** The year 2019 as it was worked at the hall. */
export const calendar2019: CalendarData = {
  name: 'counting',
  hours: [{ from: '2018-01-01', weekdays: [1, 2, 3, 4, 5], intervals: OFFICE }],
  years: [
    { year: 2019, status: 'announced', source: 'test' },
    { year: 2020, status: 'provisional', source: 'test' },
  ],
  days: [
    { on: '2019-01-01', kind: 'off', why: 'Tết Dương lịch' },
    { on: '2019-01-05', kind: 'work', why: 'làm bù' },
  ],
}

const POST_OF: { readonly [kind in StepKind]: Post } = {
  receive: 'clerk',
  'competent-receipt': 'clerk',
  work: 'handler',
  'collect-fee': 'cashier',
  approve: 'approver',
  seal: 'seal-keeper',
  outside: 'handler',
  citizen: 'handler',
  return: 'clerk',
}

export function aStep(kind: StepKind, key: string = kind): Step {
  const unit = kind === 'receive' || kind === 'return' ? 'HCC-TN' : kind === 'seal' ? 'HCC-VT' : 'TP'
  const step = { key, name: `Bước ${key}`, kind, unit, post: POST_OF[kind], minutesAllotted: 60, output: '' }
  return kind === 'citizen'
    ? { ...step, waits: [{ from: '2014-07-01', stopsClock: true, ground: LAND_RULE }] }
    : step
}

export const LAND_RULE = 'Nghị định 43/2014/NĐ-CP, Điều 61'

/** A part of a step that the tax office does, in three hours unless said otherwise. */
export function aPart(key = 'tax-notice', over: Partial<StepPart> = {}): StepPart {
  const list = { unit: 'THUE', post: 'handler' as const }
  const none = { body: null, procedure: null, output: '' }
  return { key, name: `Phần ${key}`, ...list, ...none, minutesAllotted: 180, ...over }
}

export function aProcedure(over: Partial<Procedure> = {}): Procedure {
  return {
    key: '2.000748',
    version: 1,
    from: '2019-01-01',
    until: null,
    code: '2.000748',
    isCodeVerified: true,
    name: 'Thay đổi, cải chính hộ tịch',
    field: 'Hộ tịch',
    unit: 'TP',
    ownerKind: 'town',
    level: 3,
    isPostal: true,
    isFiveOnTheSpot: true,
    applicants: 'citizen',
    cases: [
      {
        key: 'default',
        name: 'Mọi trường hợp',
        limit: {
          any: { kind: 'civil-days', days: 3 },
          channels: { online: { kind: 'civil-days', days: 2 } },
        },
        fee: { any: { kind: 'free' }, channels: {} },
        components: [
          paper('declaration', { original: 1 }),
          paper('id-card', { isShown: true }),
          paper('authority', { original: 1, isRequired: false }),
        ],
      },
    ],
    steps: [aStep('receive'), aStep('work', 'appraise'), aStep('approve'), aStep('seal'), aStep('return')],
    form: null,
    result: 'Trích lục',
    legalBasis: ['Luật Hộ tịch 2014'],
    note: '',
    weight: 1,
    confidence: 'high',
    source: 'test',
    ...over,
  }
}

/** The same with a fee of 8.000 đ a copy, nothing when it comes online. */
export function aCharged(over: Partial<Procedure> = {}): Procedure {
  const procedure = aProcedure(over)
  const fee = {
    any: { kind: 'per-copy', dong: 8000, note: '' },
    channels: { online: { kind: 'free' } },
  } as const
  return { ...procedure, cases: procedure.cases.map((one) => ({ ...one, fee })) }
}

export function paper(key: string, over: Partial<Procedure['cases'][number]['components'][number]> = {}) {
  const none = { original: 0, certified: 0, copy: 0, isShown: false, isRequired: true }
  return { key, name: `Giấy ${key}`, ...none, ...over }
}

export function aLaw(over: Partial<Law> = {}): Law {
  return {
    procedure: aProcedure(),
    counting: workingCalendar(calendar2019),
    ruleSet: 'nd-61-2018',
    transfer: { cutOffMinute: 15 * 60, startMinutes: 60, ground: 'NĐ 61/2018' },
    lapse: { prompts: 1, days: 3, ground: 'Trung tâm tự định' },
    dataSources: [],
    desks: [],
    elsewhere: { hours: 4, ground: 'Trung tâm tự định' },
    ...over,
  }
}

export function aDoer(staff: string, over: Partial<Doer> = {}): Doer {
  return { staff, unit: 'TP', post: 'handler', ...over }
}

/** Tuesday 5 March 2019, 08:00 in Vietnam. */
export const MARCH_5 = '2019-03-05T01:00:00.000Z'

export function aReceipt(over: Partial<ReceiveDossier> = {}): ReceiveDossier {
  const applicant = {
    kind: 'citizen' as const,
    name: 'Nguyễn Thị Hương',
    idNumber: '100123456',
    phone: '0912345678',
    address: 'Khu 3, phường Mạo Khê',
  }
  return {
    type: 'ReceiveDossier',
    id: '01940000-0000-7000-8000-000000000001',
    at: MARCH_5,
    by: aDoer('lan', { unit: 'HCC-TN', post: 'clerk' }),
    code: '000.00.12.H49-190305-0001',
    lookupKey: 'K7MQ2W9XAB',
    case: 'default',
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    placeOfSupport: null,
    applicant,
    owner: applicant,
    components: [{ component: 'declaration', original: 1, certified: 0, copy: 0, insteadOfPaper: null }],
    copiesWanted: 1,
    returnWish: { way: 'counter', address: null },
    ...over,
  }
}

/** Appraisal under way in the register of before: received on 1 March, due on 7 March, taken over on the 5th. */
export function aTakeOver(over: Partial<TakeOverDossier> = {}): TakeOverDossier {
  const { type: _, ...receipt } = aReceipt()
  return {
    ...receipt,
    type: 'TakeOverDossier',
    by: aDoer('phong', { unit: 'HCC', post: 'administrator' }),
    code: 'HS-2019-0417',
    source: { file: 'open-dossiers.csv', sha256: 'ab'.repeat(32), line: 2 },
    receivedAt: '2019-03-01T01:30:00.000Z',
    due: '2019-03-07T10:00:00.000Z',
    lawfulDue: '2019-03-07T10:00:00.000Z',
    promisedDue: null,
    apologiesSent: 0,
    supplementsAsked: 0,
    step: 'appraise',
    heldBy: null,
    feeDong: 0,
    payments: [],
    approvedAt: null,
    refusal: null,
    stopped: null,
    readyAt: null,
    ...over,
  }
}

/** What was taken over, or the test fails with its faults. */
export function takenOver(over: Partial<TakeOverDossier> = {}, law: Law = aLaw()): DossierEvent[] {
  const taken = under(law).takeOver(aTakeOver(over))
  if ('faults' in taken) throw new Error(`not taken over: ${JSON.stringify(taken.faults)}`)
  return taken.events
}

/** The value, or the test fails with the refusal. */
export function allowed<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

/** A dossier just received. */
export function aDossier(over: Partial<ReceiveDossier> = {}, law: Law = aLaw()): Dossier {
  return fold(allowed(under(law).receive(aReceipt(over))))
}

/** What every command on a dossier as it stands has in common. */
function commonOf(dossier: Dossier) {
  return {
    id: '01940000-0000-7000-8000-000000000002',
    at: dossier.lastEventAt,
    by: aDoer('dung'),
    version: dossier.version,
    step: dossier.step,
  }
}

/** Sends a dossier back to an earlier step. */
export function backTo(dossier: Dossier, to: string, over: Partial<SendBack> = {}): SendBack {
  return { ...commonOf(dossier), type: 'SendBack', to, comment: 'Sai ngày sinh', ...over }
}

/** Gives the step of a dossier to a person. */
export function assignTo(dossier: Dossier, to: string, over: Partial<AssignDossier> = {}): AssignDossier {
  const by = aDoer('hung', { post: 'head' })
  return { ...commonOf(dossier), by, type: 'AssignDossier', to, note: null, ...over }
}

/** A person takes the step from the list. */
export function claim(dossier: Dossier, over: Partial<ClaimDossier> = {}): ClaimDossier {
  return { ...commonOf(dossier), type: 'ClaimDossier', ...over }
}

/** The step goes back to the list. */
export function release(dossier: Dossier, over: Partial<ReleaseDossier> = {}): ReleaseDossier {
  return { ...commonOf(dossier), type: 'ReleaseDossier', ...over }
}

/** Card seen, slip signed. */
export function aProof(over: Partial<HandOverProof> = {}): HandOverProof {
  return {
    identity: { paper: 'identity-card', number: '100123456', how: 'seen', whyDiffers: null },
    acknowledged: { how: 'signed-slip', reference: null },
    sent: null,
    slip: null,
    withdrawn: [],
    papersBack: null,
    together: null,
    ...over,
  }
}

/** Hands the result to the citizen. */
export function handBack(dossier: Dossier, over: Partial<HandBack> = {}): HandBack {
  const receiver = { name: 'Nguyễn Thị Hương', idNumber: null, isAuthorised: false }
  return { ...commonOf(dossier), type: 'HandBack', way: 'counter', receiver, proof: aProof(), ...over }
}

/** A number of the book, another for each that was void before. */
export function aNumber({ numbersVoid = 0 }: Dossier, of = 'result'): DocumentNumber {
  const number = numbersVoid + 1
  return {
    id: `${of} ${number}`,
    book: 'document:gp',
    year: 2019,
    number,
    on: '2019-03-05',
    written: writtenNumber(number, 'GP-UBND'),
  }
}

/** The command as the house gives it where its book numbers the document: the number it has, or the next. */
export function underItsNumber(dossier: Dossier, command: ChangeCommand): ChangeCommand {
  if (command.type === 'SignApology') return { ...command, number: aNumber(dossier, 'apology') }
  if (command.type !== 'SealResult' && command.type !== 'NumberResult') return command
  const { sealedAt: _, ...number }: StandingNumber = dossier.number ?? aNumber(dossier)
  if (command.type === 'NumberResult') return { ...command, number }
  const { documentNumber: __, ...given } = command
  return { ...given, number }
}

/** The command every kind of step is done with. */
export function stepCommand(
  dossier: Dossier,
  kind: StepKind,
  over: { at?: string; step?: string } = {},
): ChangeCommand {
  const common = { ...commonOf(dossier), ...over }
  switch (kind) {
    case 'collect-fee': {
      const dong = owedDong(dossier) ?? 0
      return dong === 0
        ? { ...common, type: 'CompleteStep', note: null }
        : { ...common, type: 'TakePayment', way: 'cash', dong, receiptNumber: '2019/0000001' }
    }
    case 'approve':
      return {
        ...common,
        by: aDoer('dung', { post: 'approver' }),
        type: 'ApproveResult',
        mandate: 'uq-tp',
        note: null,
      }
    case 'seal':
      return { ...common, type: 'SealResult', documentNumber: '12/TP' }
    case 'competent-receipt':
      return { ...common, type: 'ReceiveAsCompetent' }
    case 'return':
      return dossier.stage === 'ready' ? handBack(dossier, over) : { ...common, type: 'MarkReady' }
    default:
      return { ...common, type: 'CompleteStep', note: null }
  }
}

/** What a dossier comes to after a command that must be allowed, with what happened. */
export function after(
  dossier: Dossier,
  command: ChangeCommand,
  law: Law = aLaw(),
): { dossier: Dossier; events: DossierEvent[] } {
  const events = allowed(under(law).decide(dossier, command))
  return { dossier: events.reduce(evolve, dossier), events }
}

/** Takes a dossier through its process until it lies at a step, or is ready or returned. */
export function goneTo(goal: string, law: Law = aLaw(), dossier: Dossier = aDossier({}, law)): Dossier {
  if (dossier.step === goal && dossier.stage !== 'ready') return dossier
  if (dossier.stage === goal || dossier.stage === 'returned') return dossier
  const kind = law.procedure.steps.find((step) => step.key === dossier.step)?.kind ?? 'work'
  return goneTo(goal, law, after(dossier, stepCommand(dossier, kind), law).dossier)
}
