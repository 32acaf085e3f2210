import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCalendar } from '#domain/calendar/a-calendar.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { workingCalendar } from '#domain/calendar/working-calendar.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { aDoer, aProcedure, allowed, aReceipt, paper } from '#domain/dossier/a-dossier.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { aField } from '#domain/procedure/a-form.ts'
import type { Form } from '#domain/procedure/form.ts'
import { acceptBy, isInTime, nearUntil } from './acceptance.ts'
import type { SubmitFiling } from './commands.ts'
import {
  acceptFiling,
  answerFiling,
  askFiling,
  type FilingLaw,
  refuseFiling,
  submitFiling,
  withdrawFiling,
} from './decide.ts'
import { AUTHORITY, type Filer, type FilingEvent, type FilingPaper } from './events.ts'
import { evolveFiling, type Filing, foldFiling, isWaiting } from './filing.ts'
import { readFiling, stepsOf, stepsToAnswer } from './filing-steps.ts'

const counting = workingCalendar(aCalendar())

const at = (local: string) => toMoment(Temporal.Instant.from(`${local}:00+07:00`))

test.each([
  ['at noon of a working day, from half past one', '2019-03-05T12:00', '2019-03-06T11:30'],
  ['in the morning, until the next morning', '2019-03-05T08:00', '2019-03-06T08:00'],
  ['in the evening, from the next opening', '2019-03-05T22:15', '2019-03-06T17:00'],
  ['on a Friday evening, from Monday', '2019-03-08T19:00', '2019-03-11T17:00'],
  ['on a Sunday', '2019-03-10T09:00', '2019-03-11T17:00'],
  ['before a holiday that is bridged', '2019-04-26T16:00', '2019-05-02T16:00'],
  ['the evening before Tết, after Tết', '2019-02-01T20:00', '2019-02-11T17:00'],
  ['on a Saturday that is worked in for another day', '2019-05-04T07:00', '2019-05-04T17:00'],
])('what is filed %s', (_, filed, answeredBy) => {
  expect(allowed(acceptBy(counting, { hours: 8 }, at(filed))).at).toBe(at(answeredBy))
})

test('a deadline is near in its last two working hours', () => {
  const near = (local: string) => nearUntil(counting, at(local))
  expect(near('2019-03-05T09:00')).toBe(at('2019-03-05T11:00'))
  expect(near('2019-03-05T16:00')).toBe(at('2019-03-06T08:00'))
  expect(near('2019-03-09T10:00')).toBe(at('2019-03-11T09:00'))
})

test('the minute of the deadline is in time, and the next is not', () => {
  expect(isInTime('2019-03-06T01:00:59.000Z', '2019-03-06T01:00:00.000Z')).toBe(true)
  expect(isInTime('2019-03-06T01:01:00.000Z', '2019-03-06T01:00:00.000Z')).toBe(false)
})

const SELF: Filer = { citizen: 'hoa', representation: null, helper: null }
const clerk = aDoer('clerk')
const ITEM = { field: 'name', component: null, wrong: 'Tên chưa đúng', todo: 'Ghi đúng tên', ground: 'NĐ 61' }

const aForm: Form = {
  key: 'don',
  version: 3,
  from: '2018-01-01',
  title: 'Đơn',
  english: null,
  legalBasis: 'NĐ 123',
  confidence: 'high',
  source: 's',
  fields: [
    aField({ name: 'name', type: 'text', isRequired: true }),
    aField({ name: 'copies', type: 'integer' }),
  ],
}

const anId: FilingPaper = { component: 'id', way: 'counter', files: [] }

function aFilingLaw(over: Partial<FilingLaw> = {}): FilingLaw {
  const procedure = aProcedure()
  const [first] = procedure.cases
  if (!first) throw new Error('no case')
  return {
    procedure: { ...procedure, level: 4, cases: [{ ...first, components: [paper('id', { original: 1 })] }] },
    form: aForm,
    places: [],
    dataSources: [],
    counting,
    acceptance: { hours: 8, ground: 'NĐ 45' },
    ruleSet: 'r',
    seal: (content) => JSON.stringify(content),
    ...over,
  }
}

function aSubmission(over: Partial<SubmitFiling> = {}): SubmitFiling {
  const { applicant } = aReceipt()
  return {
    type: 'SubmitFiling',
    id: 'f1',
    at: at('2019-03-05T08:00'),
    by: SELF,
    typed: { name: 'Nguyễn Thị Hoà' },
    papers: [anId],
    code: '000.00.12.H49-190305-0001',
    lookupKey: '7K3M9QX2TB',
    case: aProcedure().cases[0]?.key ?? '',
    applicant,
    owner: applicant,
    bornOn: '1988-02-05',
    contact: { address: null, email: null },
    needsAuthority: false,
    returnWish: { way: 'counter', address: null },
    copiesWanted: 1,
    placeOfSupport: null,
    ...over,
  }
}

const law = aFilingLaw()
const filed = (over: Partial<SubmitFiling> = {}) =>
  evolveFiling(null, allowed(submitFiling(aSubmission(over), law)))
const refusedAs = (outcome: Outcome<unknown>) => (isRefusal(outcome) ? outcome.refused : null)

test('what is filed names its form by what it asked, and when it is answered by', () => {
  const filing = filed()
  expect(filing).toMatchObject({
    stage: 'submitted',
    acceptBy: at('2019-03-06T08:00'),
    form: { key: 'don', version: 3, sha256: JSON.stringify(aForm) },
    content: { answers: { name: 'Nguyễn Thị Hoà' } },
    copiesWanted: 1,
  })
  expect(filed({ typed: { name: 'Hoà Nguyễn', copies: '4' } }).copiesWanted).toBe(4)
})

test.each<readonly [string, Partial<SubmitFiling>, string]>([
  ['a form with a gap', { typed: {} }, 'answers-incomplete'],
  ['a paper that is missing', { papers: [] }, 'papers-missing'],
  ['a file that is missing', { papers: [{ ...anId, way: 'file' }] }, 'papers-missing'],
  ['a copy nobody holds', { papers: [{ ...anId, way: 'held' }] }, 'papers-missing'],
  ['a paper nobody asked for', { papers: [anId, { ...anId, component: 'map' }] }, 'no-such-component'],
  ['another in whose name nothing is shown', { needsAuthority: true }, 'authority-not-shown'],
  ['a child', { bornOn: '2010-01-01' }, 'too-young-alone'],
  ['a case that is none', { case: 'another' }, 'no-such-case'],
  ['post to nowhere', { returnWish: { way: 'post', address: null } }, 'return-address-needed'],
])('refuses %s', (_, over, why) => {
  expect(refusedAs(submitFiling(aSubmission(over), law))).toBe(why)
})

test('an adult’s affair is told by the procedure; without an account the age is what the form says of who files for himself', () => {
  const ageRules = [
    { leastAge: 18, ground: 'Điều 21', from: '2017-01-01', until: null, confidence: 'high' } as const,
  ]
  const adults = aFilingLaw({ procedure: { ...law.procedure, ageRules } })
  expect(refusedAs(submitFiling(aSubmission({ bornOn: '2002-01-01' }), law))).toBeNull()
  expect(refusedAs(submitFiling(aSubmission({ bornOn: '2002-01-01' }), adults))).toBe('too-young-alone')
  const asking = {
    ...aForm,
    fields: [...aForm.fields, aField({ name: 'born', type: 'partial-date', from: 'born' })],
  }
  const helped = (year: string, over: Partial<SubmitFiling> = {}) =>
    refusedAs(
      submitFiling(
        aSubmission({ bornOn: null, typed: { name: 'Nguyễn Thị Hoà', 'born.year': year }, ...over }),
        { ...adults, form: asking },
      ),
    )
  expect([helped('2002'), helped('2001'), helped('1988')]).toEqual(['too-young-alone', null, null])
  expect(helped('2002', { owner: { ...aReceipt().applicant } })).toBeNull()
})

test('refuses what is not offered online', () => {
  const offline = aFilingLaw({ procedure: { ...law.procedure, level: 2 } })
  expect(refusedAs(submitFiling(aSubmission(), offline))).toBe('channel-not-offered')
})

test('a copy the centre holds stands for a paper', () => {
  const held = { scan: '018f6b2e-3d1c-7b4a-9c2d-0a1b2c3d4e5f', code: 'H49-1' }
  expect(refusedAs(submitFiling(aSubmission({ papers: [{ ...anId, way: 'held', held }] }), law))).toBeNull()
})

test('a paper that lets somebody file for another is enough', () => {
  const papers = [anId, { ...anId, component: AUTHORITY }]
  expect(refusedAs(submitFiling(aSubmission({ needsAuthority: true, papers }), law))).toBeNull()
})

test('everything is asked for once; again only with a reason, and never nothing or what the form has not', () => {
  const asking = { type: 'AskFiling', id: 'a', at: at('2019-03-05T09:00'), by: clerk, version: 1 } as const
  const filing = filed()
  const ask = (one: Filing, over: object = {}) =>
    askFiling(one, { ...asking, items: [ITEM], whyAgain: null, ...over }, aForm)
  expect(refusedAs(ask(filing, { items: [] }))).toBe('nothing-to-supplement')
  expect(refusedAs(ask(filing, { items: [{ ...ITEM, field: 'no' }] }))).toBe('no-such-field')
  const again = { ...filing, timesAsked: 1 }
  expect(refusedAs(ask(again))).toBe('asked-once-already')
  expect(refusedAs(ask(again, { whyAgain: 'Trả lời chưa rõ' }))).toBeNull()
})

type Doing = 'accept' | 'ask' | 'answer' | 'refuse' | 'withdraw'

function done(filing: Filing, doing: Doing, when: string): Outcome<FilingEvent> {
  const by = { id: 'c', at: when, by: clerk, version: filing.version }
  switch (doing) {
    case 'accept':
      return acceptFiling(filing, { ...by, type: 'AcceptFiling', placeOfReceipt: 'HCC-TN' })
    case 'ask':
      return askFiling(filing, { ...by, type: 'AskFiling', items: [ITEM], whyAgain: 'Chưa đủ' }, aForm)
    case 'refuse':
      return refuseFiling(filing, { ...by, type: 'RefuseFiling', reason: 'r', ground: 'g', instead: 'i' })
    case 'withdraw':
      return withdrawFiling(filing, { ...by, by: SELF, type: 'WithdrawFiling' })
    case 'answer': {
      const { typed, papers } = aSubmission()
      return answerFiling(filing, { ...by, by: SELF, type: 'AnswerFiling', typed, papers }, law)
    }
  }
}

test('whatever is done to a filing, and whenever', () => {
  const doings = fc.array(
    fc.record({
      doing: fc.constantFrom<Doing>('accept', 'ask', 'answer', 'answer', 'refuse', 'withdraw'),
      hours: fc.integer({ min: 0, max: 80 }),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(doings, (planned) => {
      let now = Temporal.Instant.from('2019-03-05T08:00:00+07:00')
      const events: FilingEvent[] = [allowed(submitFiling(aSubmission(), law))]
      for (const { doing, hours } of planned) {
        now = now.add({ hours })
        const filing = foldFiling(events)
        const isFinal = ['accepted', 'refused', 'withdrawn'].includes(filing.stage)
        const event = done(filing, doing, toMoment(now))
        // What is settled stays so, and nobody answers what was not asked.
        if (isFinal) expect(refusedAs(event)).toBe('filing-at-another-stage')
        if (doing === 'refuse' || doing === 'withdraw') expect(isRefusal(event)).toBe(isFinal)
        if (doing === 'answer') expect(isRefusal(event)).toBe(filing.stage !== 'asked')
        if (doing === 'accept' || doing === 'ask') expect(isRefusal(event)).toBe(!isWaiting(filing))
        if (isRefusal(event)) continue
        if ('isInTime' in event) expect(event.isInTime).toBe(inTimeSlowly(filing, now))
        events.push(event)
        const next = foldFiling(events)
        expect(next.acceptBy === null).toBe(!isWaiting(next))
        expect(next.version).toBe(events.length)
        expect(next.timesAsked).toBe(events.filter(({ type }) => type === 'FilingAsked').length)
        expect([next.code, next.lookupKey]).toEqual([filing.code, filing.lookupKey])
      }
    }),
    { numRuns: 300 },
  )
})

/** As many working minutes as the rule gives have not gone by; while the citizen is waited for none go by at all. */
function inTimeSlowly(filing: Filing, now: Temporal.Instant): boolean {
  if (!isWaiting(filing)) return true
  const since = Temporal.Instant.from(filing.lastEventAt)
  const gone = allowed(workingMinutesBetween(counting, since, now))
  return gone < 8 * 60 || now.epochMilliseconds < Date.parse(filing.acceptBy ?? '') + 60_000
}

test('of a page that is answered again only the fields found wrong are asked, with what is wrong since', () => {
  const fields = ['name', 'place', 'why', 'other'].map((name) =>
    aField({ name, type: 'text', isRequired: name !== 'other' }),
  )
  const common = { before: [], after: [] }
  const outline = { common, fields, papers: [], needsAuthority: false, asksCase: false }
  const again = (field: string | null, typed: object) => {
    const of = Object.fromEntries(Object.entries(typed).map(([box, value]) => [`f.${box}`, String(value)]))
    const read = readFiling({ common, fields }, { typed: of, today: '2019-03-05', places: [] })
    const asked = { items: [{ ...ITEM, component: null, field }] }
    return stepsToAnswer(stepsOf(outline, read), { asked }, read).flatMap((step) =>
      step.kind === 'form' ? [step.page.fields.map(({ name }) => name)] : [],
    )
  }
  const whole = { name: 'Hoà', place: 'Khu 3', why: 'Vay vốn', other: 'Không' }
  expect(again('place', whole)).toEqual([['place']])
  expect(again('place', { ...whole, why: '' })).toEqual([['place', 'why']])
  expect(again(null, whole)).toEqual([])
})
