import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { COMMAND_TYPES, SHEET_COMMANDS } from '#domain/dossier/commands.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { openObligations } from '#domain/dossier/obligations.ts'
import { partsAwaited, partsOpen, partsToAsk } from '#domain/dossier/parts.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost, leads, may, type Staff } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { aHall, BRANCH_GIVEN, commandAt, type Hall, received } from './a-hall.ts'
import { bookOf } from './centre-book.ts'
import { actionFor, changeDossier, type ChangeGiven, lawFor } from './change-dossier.ts'
import { newId } from './chance.ts'
import { checkCentre } from './checks/check-centre.ts'
import { checkDossiers } from './checks/check-dossier.ts'
import { relayCentre } from './relaying/relay-centre.ts'

let opened: TestCentre
let hall: Hall
/** All of the hall, and a colleague of the cashier's. */
let people: readonly Staff[]
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  people = [...hall.staff, secondCashier()]
})
afterAll(() => opened.close())

/** Land and tax: parts at another agency, notices, the citizen pays. */
const LAND = '2.000889'
/** Copies to certify: a number of its register from the signature on. */
const CERTIFIED = { procedure: '2.000815', case: 'two-pages', pages: 2, copiesWanted: 3 } as const

type Type = ChangeGiven['type']
/** Beginnings, and what is done by a sheet to many at once: papers have a test of their own. */
const OTHERS: readonly string[] = [
  'ReceiveDossier',
  'TakeOverDossier',
  'FindPaper',
  // Written down by the program for what two people agreed to elsewhere.
  'RefundPayment',
  ...SHEET_COMMANDS,
]
const CHANGES = COMMAND_TYPES.filter((one): one is Type => !OTHERS.includes(one))
/** What ends a dossier is tried less often, what is seldom possible more often. */
const OFTEN: { readonly [type in Type]?: number } = {
  StopDossier: 1,
  ReleaseDossier: 12,
  AskRefund: 8,
  DropRefund: 10,
  VoidNumber: 14,
  DropCorrection: 10,
  TakeSupplement: 8,
}
const TRIED = CHANGES.flatMap((type) => Array.from({ length: OFTEN[type] ?? 4 }, () => type))

/** Somebody tries something on one of the dossiers: who may or anybody, on what is or on what was, once or twice. */
const anyTry = fc.record({
  place: fc.nat(3),
  /** Null does what the step is there for. */
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom(...TRIED) },
  ),
  who: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(1000) }),
  isStale: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  isTwice: fc.boolean(),
  minutes: fc.nat(700),
})
type Try = typeof anyTry extends fc.Arbitrary<infer Value> ? Value : never

function secondCashier(): Staff {
  const { actor } = hall.deskOf('handler', 'TNMT')
  if (actor.kind !== 'staff') throw new Error('nobody')
  const appointments = [{ post: 'cashier', unit: 'HCC-TN', from: '2019-01-01', until: null }] as const
  return { ...actor, appointments }
}

/** What the tests know without asking: which dossiers there are and how many events each has. */
interface Known {
  readonly codes: string[]
  readonly versions: Map<string, number>
}

async function dossierOf(code: string): Promise<Dossier> {
  const held = await holdDossier(opened.centre, code)
  if (!held) throw new Error(`${code} is gone`)
  return held.dossier
}

/** Somebody else of the post in whose hands it is. */
function someInPost({ holder }: Dossier): string {
  const others = hall.staff.filter(
    (one) => holder && one.id !== holder.staff && hasPost(one, holder.post, holder.unit, '2019-03-05'),
  )
  return (others[0] ?? hall.staff[0])?.id ?? ''
}

/** The part a command can be about. */
function partMeant(dossier: Dossier, type: Type): string {
  const parts = type === 'AskPartAgain' ? partsToAsk(dossier) : partsOpen(dossier)
  return (parts[0] ?? partsAwaited(dossier)[0])?.key ?? 'registration-fee'
}

/** What a command of a type names of the dossier as it stands. */
function fitting(dossier: Dossier, type: Type): object {
  const payment = dossier.payments?.at(-1)?.key ?? newId()
  const consultation = dossier.consultations?.find(({ isClosed }) => !isClosed)?.key ?? newId()
  const obligation = openObligations(dossier)[0]?.key ?? newId()
  switch (type) {
    case 'SendBack':
      return { to: Object.keys(dossier.doneBy).at(-1) ?? 'receive', comment: 'Thiếu chữ ký' }
    case 'RequestSupplement': {
      const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }]
      return { items, whyAgain: 'Giấy mới nộp cũng mờ', answerBy: null }
    }
    case 'TakeSupplement':
      return { components: [], channel: 'counter' }
    case 'AssignDossier':
      return { to: someInPost(dossier), note: null }
    case 'TakePayment':
      return { ...BRANCH_GIVEN.TakePayment, dong: owedDong(dossier) ?? 8000 }
    case 'CancelPayment':
      return { ...BRANCH_GIVEN.CancelPayment, payment }
    case 'AskRefund':
      return { ...BRANCH_GIVEN.AskRefund, payment, dong: dossier.payments?.at(-1)?.dong ?? 8000 }
    case 'RecordOpinion':
      return { ...BRANCH_GIVEN.RecordOpinion, consultation }
    case 'NotifyObligation':
      return {
        ...BRANCH_GIVEN.NotifyObligation,
        issuedOn: dossier.lastEventAt.slice(0, 10),
        payBy: '2020-12-31',
      }
    case 'WithdrawObligation':
      return { ...BRANCH_GIVEN.WithdrawObligation, obligation }
    case 'MeetObligation':
      return { ...BRANCH_GIVEN.MeetObligation, obligation, paidOn: dossier.lastEventAt.slice(0, 10) }
    case 'CompletePart':
    case 'SendPartBack':
    case 'AskPartAgain':
    case 'GiveUpPart':
      return { ...BRANCH_GIVEN[type], part: partMeant(dossier, type) }
    case 'VoidNumber':
      return { reason: 'In hỏng' }
    case 'StopDossier':
      return { ...BRANCH_GIVEN.StopDossier, money: 'kept' }
    default:
      return type in BRANCH_GIVEN ? BRANCH_GIVEN[type as keyof typeof BRANCH_GIVEN] : {}
  }
}

const KINDS = {
  ApproveResult: 'approve',
  SealResult: 'seal',
  MarkReady: 'return',
  CompleteStep: 'work',
} as const

const APOLOGY_GOES_ON = {
  drafted: 'ConsentToApology',
  consented: 'SignApology',
  signed: 'SendApology',
} as const

/** What a diligent hall does next: what was begun is gone on with or given up; null is the step itself. */
function next(dossier: Dossier, chance: number): Type | null {
  const isGivenUp = chance % 4 === 0
  if (dossier.apology) return isGivenUp ? 'DropApology' : APOLOGY_GOES_ON[dossier.apology.state]
  if (dossier.number && !dossier.number.sealedAt && isGivenUp) return 'VoidNumber'
  if (dossier.correction) return isGivenUp ? 'DropCorrection' : 'ConfirmCorrection'
  if (dossier.refund) return isGivenUp ? 'DropRefund' : 'AgreeToRefund'
  if (isGivenUp && dossier.payments?.at(-1)?.state === 'taken') return 'CancelPayment'
  if (dossier.consultations?.some(({ isClosed }) => !isClosed)) return 'RecordOpinion'
  if (partsOpen(dossier).length > 0) return isGivenUp ? 'SendPartBack' : 'CompletePart'
  if (partsAwaited(dossier).length > 0) return isGivenUp ? 'GiveUpPart' : 'AskPartAgain'
  if (openObligations(dossier).length > 0 && chance % 5 === 0) return 'PromptApplicant'
  if (openObligations(dossier).length > 0) return isGivenUp ? 'WithdrawObligation' : 'MeetObligation'
  if (dossier.step === 'tax' && !dossier.obligations) return 'NotifyObligation'
  const isUnprompted = dossier.stage === 'awaiting-citizen' && !dossier.prompts
  if (isUnprompted && isGivenUp) return 'PromptApplicant'
  if (dossier.stage === 'awaiting-citizen' && dossier.step !== 'pay') return 'TakeSupplement'
  return (owedDong(dossier) ?? 0) > 0 ? 'TakePayment' : null
}

function commandOf(
  dossier: Dossier,
  tried: Type | null,
  kind: Parameters<typeof commandAt>[0]['kind'],
  chance: number,
): ChangeGiven {
  const at = { version: dossier.version, step: dossier.step }
  const isNumberedFirst = kind === 'seal' && !dossier.number && chance % 2 === 0
  const type = tried ?? next(dossier, chance) ?? (isNumberedFirst ? 'NumberResult' : null)
  if (type === null) return commandAt({ kind }, { ...at, isReady: dossier.stage === 'ready' })
  if (type === 'HandBack') return commandAt({ kind: 'return' }, { ...at, isReady: true })
  if (type in KINDS) return commandAt({ kind: KINDS[type as keyof typeof KINDS] }, at)
  return { id: newId(), ...at, type, ...fitting(dossier, type) } as ChangeGiven
}

async function tries(known: Known, { place, type, who, isStale, isTwice, minutes }: Try): Promise<string> {
  const code = known.codes[place] ?? ''
  const dossier = await dossierOf(code)
  expect(dossier.version).toBe(known.versions.get(code))
  const { procedure } = lawFor(dossier, await bookOf(opened.centre))
  const given = commandOf(dossier, type, currentStep(dossier, procedure.steps).kind, minutes)
  const now = fromMoment(dossier.lastEventAt).add({ minutes })
  const on = dayOf(now).toString()
  const action = actionFor(given.type, dossier, procedure.steps)
  const entitled = people.filter((one) => !isRefusal(may(one, action, on)))
  const actor = who === null ? entitled[minutes % Math.max(1, entitled.length)] : people[who % people.length]
  if (!actor) return 'nobody'
  const desk = { centre: opened.centre, now, actor }
  const sent = isStale ? { ...given, version: given.version - 1 } : given
  const outcome = await changeDossier(desk, code, sent)
  const after = await dossierOf(code)
  if (isRefusal(outcome)) expect(after).toEqual(dossier)
  else {
    expect(isStale).toBe(false)
    expect(entitled).toContain(actor)
    expect(after.version).toBeGreaterThan(dossier.version)
    expect(outcome).toMatchObject({ code, version: after.version, stage: after.stage, holder: after.holder })
    if (isTwice) {
      expect(await changeDossier(desk, code, sent)).toEqual(outcome)
      expect(await dossierOf(code)).toEqual(after)
    }
  }
  known.versions.set(code, after.version)
  expect(await checkDossiers(opened.centre, [code])).toEqual([])
  return isRefusal(outcome) ? outcome.refused : given.type
}

test('whoever tries whatever in whatever order: the rules hold in the database as they do in the domain', async () => {
  const came = new Set<string>()
  const command = anyTry.map((one) => ({
    check: () => true,
    run: async (known: Known) => void came.add(await tries(known, one)),
    toString: () => JSON.stringify(one),
  }))
  await fc.assert(
    fc.asyncProperty(fc.commands([command], { maxCommands: 160, size: 'max' }), async (commands) => {
      const receipts = [
        await received(hall, { placeOfReceipt: 'X07075' }),
        await received(hall, { procedure: LAND }),
        await received(hall, { procedure: LAND }),
        await received(hall, CERTIFIED),
      ]
      const model: Known = {
        codes: receipts.map(({ code }) => code),
        versions: new Map(receipts.map(({ code, version }) => [code, version])),
      }
      await fc.asyncModelRun(() => ({ model, real: {} }), commands)
    }),
    { numRuns: 26, seed: 20190314, endOnFailure: true },
  )
  // What never came about was not tested.
  expect(CHANGES.filter((type) => !came.has(type))).toEqual([])
  await sumsHold()
}, 120_000)

/** Over all dossiers: money adds up, numbers run without a gap and are given once, the figures count every event. */
async function sumsHold() {
  const { db } = opened.ownerCentre
  const rows = await db.selectFrom('dossier').select(['code', 'state']).execute()
  const numbers: string[] = []
  for (const { code, state } of rows) {
    const events = (await historyOf(opened.centre, code)).map(({ event }) => event)
    numbers.push(...events.flatMap((event) => (event.type === 'PaymentTaken' ? event.receiptNumber : [])))
    const taken = events.flatMap((event) => (event.type === 'PaymentTaken' ? event.dong : []))
    for (const event of events) {
      if (event.type !== 'PaymentCancelled') continue
      // Out of the till it went into, by its cashier or who leads the counter.
      const from = events.find((one) => one.type === 'PaymentTaken' && one.payment === event.payment)
      expect(event.till ?? event.by.staff).toBe(from?.by.staff)
      const by = hall.staff.find(({ id }) => id === event.by.staff)
      const isLeader = by !== undefined && leads(by, 'HCC-TN', dayOf(fromMoment(event.at)).toString())
      expect(event.till === undefined || isLeader).toBe(true)
    }
    const kept = ((state as Dossier).payments ?? []).map(({ dong }) => dong)
    expect(kept).toEqual(taken)
  }
  expect(new Set(numbers).size).toBe(numbers.length)
  const written = await db.selectFrom('number_taken').select('number').where('book', '=', 'receipt').execute()
  const inOrder = written.map(({ number }) => number).toSorted((a, b) => a - b)
  expect(inOrder).toEqual(inOrder.map((_, at) => at + 1))
  await booksHold()
  expect(await db.selectFrom('certification').select('id').execute()).not.toEqual([])
  while ((await relayCentre(opened.centre)).done > 0);
  expect(await checkCentre(opened.centre)).toEqual([])
}

/** Every book of documents runs without a gap, whatever shares it; a result's number is its dossier's, waits for it, or is void. */
async function booksHold() {
  const lines = await opened.ownerCentre.db
    .selectFrom('number_taken as t')
    .innerJoin('dossier as d', 'd.code', 't.taken_for')
    .leftJoin('number_void as v', 'v.number_id', 't.id')
    .where('t.document', 'is not', null)
    .select(['t.id', 't.document', 't.book', 't.year', 't.number', 'v.at as voidAt', 'd.state'])
    .orderBy('t.number')
    .execute()
  for (const book of Map.groupBy(lines, (one) => `${one.book} ${one.year}`).values())
    expect(book.map(({ number }) => number)).toEqual(book.map((_, at) => at + 1))
  // A certification has its number from the signature on, and bears it once it is sealed: its register says which.
  const isOwn = ({ document, book }: (typeof lines)[number]) =>
    document === 'result' && !book.startsWith('certification:')
  for (const { id, voidAt, state } of lines.filter(isOwn))
    expect((state as Dossier).number?.id === id).toBe(voidAt === null)
}
