import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCharged, aLaw, aProcedure, calendar2019, MARCH_5, paper } from '#domain/dossier/a-dossier.ts'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import { whereFree } from '#domain/filing/known-facts.ts'
import { slipOf } from '#domain/outreach/intake-packet.ts'
import { isRefusal } from '#domain/outcome.ts'
import { aField } from '#domain/procedure/a-form.ts'
import { type Form, NO_FORM } from '#domain/procedure/form.ts'
import { DossierToReceive } from '#shapes/dossier-commands.ts'
import { IntakePacket } from '#shapes/field/packet.ts'
import { formAlong, lawAlong } from './field-law.ts'
import { allPapers, contentOf, type Out } from './intake-content.ts'
import { begunDraft, type IntakeDraft, withBoxes } from './intake-draft.ts'
import { formKnown, lacksAt, type Taking } from './intake-lacks.ts'
import { intakePacket } from './intake-packet.ts'
import { INTAKE_STEPS, stepBefore, stepBehind, stepsOf } from './intake-steps.ts'
import { countsFromNextOpening, receivedOutside } from './received-outside.ts'

const SESSION: Out = {
  kind: 'session',
  id: '0193f2c8-9a00-7000-8000-0000000000aa',
  placeOfReceipt: 'HCC-TN',
  placeOfSupport: 'X07075',
  now: '2019-03-09T01:30:00.000Z',
}
const VISIT: Out = { ...SESSION, kind: 'home-visit' }
const FORM: Form = {
  ...NO_FORM,
  key: 'household-business',
  version: 2,
  fields: [
    aField({ name: 'name', type: 'text', isRequired: true }),
    aField({ name: 'workers', type: 'integer', minimum: 1 }),
  ],
}
const taking = (over: Partial<Taking> = {}): Taking => ({
  law: aLaw(),
  form: null,
  places: [],
  out: SESSION,
  ...over,
})
const HUONG = {
  'applicant.name': 'Nguyễn Thị Hương',
  'applicant.idNumber': '022188 001 234',
  'applicant.phone': '+84 912 345 678',
  'applicant.address': 'Thôn Chí Linh, xã An Sinh',
  'components.declaration.original': '1',
}
const begun = (boxes = {}): IntakeDraft =>
  withBoxes(begunDraft({ id: '0193f2c8-9a00-7000-8000-000000000001', begunAt: SESSION.now }), {
    procedure: '2.000748',
    ...HUONG,
    ...boxes,
  })
const SIGNED = { id: 's', name: 'chu-ky.png', mediaType: 'image/png', size: 9, sha256: 'ab'.repeat(32) }
const lacks = (step: Parameters<typeof lacksAt>[0], draft: IntakeDraft, over: Partial<Taking> = {}) =>
  lacksAt(step, draft, taking(over)).map((one) => {
    if (one.kind === 'refused') return [one.box, one.refusal.refused]
    return [one.box, one.kind === 'own' ? one.code : one.fault.code]
  })
const allLacks = (draft: IntakeDraft, given: Taking) =>
  INTAKE_STEPS.flatMap((step) => lacksAt(step, draft, given))

describe('the form is filled in from the applicant', () => {
  const AN_SINH = { code: '07075', kind: 'commune', parent: '22', from: '2000-01-01', until: null } as const
  const QUANG_NINH = { code: '22', kind: 'province', parent: null, from: '1963-10-30', until: null } as const
  const places = [
    { ...AN_SINH, name: 'Xã An Sinh' },
    { ...QUANG_NINH, name: 'Tỉnh Quảng Ninh' },
  ]
  const form: Form = {
    ...FORM,
    fields: [
      aField({ name: 'name', type: 'text', from: 'name' }),
      aField({ name: 'number', type: 'text', from: 'number' }),
      aField({ name: 'phone', type: 'text', from: 'phone' }),
      aField({ name: 'born', type: 'date', from: 'born' }),
      aField({ name: 'lives', type: 'address', from: 'address' }),
    ],
  }
  const filled = (boxes = {}) => formKnown(begun(boxes), taking({ form, places })).typed
  const OF_CARD = { 'applicant.born': '1988-04-02', 'applicant.bornOf': '022188001234' }

  test('as the portal fills it in, with the day of birth of the card', () => {
    expect(filled(OF_CARD)).toEqual({
      'f.name': 'Nguyễn Thị Hương',
      'f.number': '022188001234',
      'f.phone': '0912345678',
      'f.born.day': '02',
      'f.born.month': '04',
      'f.born.year': '1988',
      'f.lives.line': 'Thôn Chí Linh',
      'f.lives.ward': '07075',
    })
  })

  test('but not with the day of birth of another card, nor with a place that is not sure', () => {
    expect(filled({ ...OF_CARD, 'applicant.idNumber': '022188001235' })).not.toHaveProperty('f.born.day')
    for (const [address, isSure] of [
      ['Thôn Chí Linh, xã An Sinh, tỉnh Quảng Ninh', true],
      ['An Sinh, Quảng Ninh', true],
      ['An Sinh, Kinh Môn, Hải Dương', false],
      ['Thôn Chí Linh', false],
    ] as const)
      expect([address, 'f.lives.ward' in filled({ 'applicant.address': address })]).toEqual([address, isSure])
  })

  test('where nothing was typed: what was written or emptied by hand stays', () => {
    const known = formKnown(begun(OF_CARD), taking({ form, places }))
    const free = whereFree(known, { 'f.name': 'Nguyễn Hương', 'f.phone': '' })
    expect(Object.keys(free.typed)).toContain('f.number')
    expect(Object.keys(free.typed)).not.toContain('f.name')
    expect(Object.keys(free.known)).not.toContain('f.phone')
  })
})

describe('what is missing at a step', () => {
  test('is said of the person by the fields of the counter', () => {
    expect(lacksAt('procedure', begun(), null)).toMatchObject([{ code: 'procedure-needed' }])
    expect(lacks('person', begun())).toEqual([])
    expect(lacks('person', begun({ 'applicant.name': ' ' }))).toEqual([['applicant.name', 'missing']])
    expect(lacks('person', begun({ 'applicant.phone': '123' }))).toEqual([
      ['applicant.phone', 'wrong-format'],
    ])
    expect(lacks('person', begun({ ownerIsOther: 'true' }))).toEqual([['owner.name', 'missing']])
    expect(lacks('papers', begun({ 'applicant.name': '' }))).toEqual([])
  })

  test('is said of the papers by the rules of the counter', () => {
    expect(lacks('papers', begun({ 'components.declaration.original': '0' }))).toEqual([
      ['papers', 'papers-missing'],
    ])
    expect(lacks('papers', begun({ 'components.declaration.original': '1000' }))).toEqual([
      ['components.declaration.original', 'too-large'],
    ])
    const instead = { 'components.declaration.original': '', 'components.declaration.instead': 'Đã nộp 2018' }
    expect(lacks('papers', begun(instead))).toEqual([])
    const two = aProcedure({
      cases: aProcedure().cases.map((one) => ({ ...one, pages: { from: 1, to: 10 } })),
    })
    expect(lacks('papers', begun({ pages: '11' }), { law: aLaw({ procedure: two }) })).toEqual([
      ['papers', 'case-of-other-pages'],
    ])
  })

  test('is said of data that must replace a paper, unless there is a reason of the closed list', () => {
    const source = {
      key: 'csdl',
      name: 'CSDL quốc gia về dân cư',
      keeper: 'Bộ Công an',
      from: '2019-01-01',
      until: null,
      dutyFrom: '2019-01-01',
      components: ['declaration'],
    }
    const law = aLaw({ dataSources: [source] })
    expect(lacks('papers', begun(), { law })).toEqual([['papers', 'paper-despite-data']])
    const reason = {
      'components.declaration.despite.reason': 'incident',
      'components.declaration.despite.note': 'Không có mạng',
    }
    expect(lacks('papers', begun(reason), { law })).toEqual([])
  })

  test('is said of the form only where it is filled in on the device', () => {
    expect(lacks('form', begun(), { form: FORM })).toEqual([])
    const here = { formHere: 'true', 'f.workers': '0' }
    expect(lacks('form', begun(here), { form: FORM })).toEqual([
      ['f.name', 'missing'],
      ['f.workers', 'too-small'],
    ])
    expect(lacks('form', begun({ ...here, 'f.workers': '3', 'f.name': 'Tạp hóa' }), { form: FORM })).toEqual(
      [],
    )
    const law = aLaw({
      procedure: aProcedure({
        cases: aProcedure().cases.map((one) => ({
          ...one,
          components: [paper('declaration', { original: 1, isForm: true })],
        })),
      }),
    })
    const filled = begun({ ...here, 'components.declaration.original': '' })
    expect(lacks('papers', filled, { law })).toEqual([])
    expect(allPapers(filled, law.procedure.cases[0]?.components ?? [])).toEqual({})
  })

  test('is said of an exemption without its paper, and of a result that goes nowhere', () => {
    const rule = {
      key: 'ho-ngheo',
      who: 'poor',
      name: 'Hộ nghèo',
      kind: 'both',
      channel: null,
      off: { percent: 100 },
      ground: 'NQ 1',
      from: '2019-01-01',
      until: null,
    } as const
    const law = aLaw({ procedure: aCharged({ exemptions: [rule] }) })
    const exempt = begun({ 'exemption.rule': 'ho-ngheo' })
    expect(lacks('fee', exempt, { law }).map(([, code]) => code)).toContain('exemption-evidence-needed')
    expect(lacks('fee', withBoxes(exempt, { 'exemption.evidence': 'GCN 45/2019' }), { law })).toEqual([])
    expect(lacks('fee', begun({ 'returnWish.way': 'home' }))).toEqual([
      ['returnWish.address', 'return-address-needed'],
    ])
  })

  test('is said of a signature: own, by a witness, or a fingerprint before one', () => {
    expect(lacks('sign', begun())).toEqual([
      ['agree', 'not-agreed'],
      ['signature', 'not-signed'],
    ])
    const signed = { ...begun({ agree: 'true' }), signed: { what: 'signature', ...SIGNED } as const }
    expect(lacks('sign', signed)).toEqual([])
    const witnessed = withBoxes(signed, { 'sign.how': 'witness' })
    expect(lacks('sign', witnessed)).toEqual([['witness', 'no-witness']])
    const named = withBoxes(witnessed, { witness: 'Trưởng thôn' })
    expect(lacks('sign', named)).toEqual([])
    expect(lacks('sign', { ...named, signed: null })).toEqual([])
    const finger = withBoxes(signed, { 'sign.how': 'fingerprint', witness: 'Trưởng thôn' })
    expect(lacks('sign', finger)).toEqual([['signature', 'no-fingerprint']])
    expect(lacks('sign', { ...finger, signed: { what: 'fingerprint', ...SIGNED } })).toEqual([])
  })
})

test('a form stands among the steps only where it is filled in on the device', () => {
  expect(stepsOf(false)).toEqual(['procedure', 'person', 'papers', 'fee', 'sign'])
  expect(stepBehind(stepsOf(true), 'papers')).toBe('form')
  expect(stepBehind(stepsOf(true), 'sign')).toBeNull()
  expect(stepBefore(stepsOf(false), 'fee')).toBe('papers')
  expect(stepBefore(stepsOf(false), 'procedure')).toBeNull()
})

test('who registered is at the person’s step with what was said then; others begin with the procedure', () => {
  const at = { id: 'x', begunAt: SESSION.now }
  const registered = begunDraft(at, { name: 'Trần Văn Đức', phone: '0912345678', procedure: '2.000748' })
  expect(registered).toMatchObject({
    step: 'person',
    typed: { 'applicant.name': 'Trần Văn Đức', 'applicant.phone': '0912345678', procedure: '2.000748' },
  })
  expect(begunDraft(at).step).toBe('procedure')
})

/** What the frame adds to every packet. */
const ENVELOPE = {
  format: 1,
  device: '0193f2c8-9a00-7000-8000-0000000000d1',
  provision: '0193f2c8-9a00-7000-8000-0000000000b1',
  sequence: 1,
  previous: null,
  claimedAt: SESSION.now,
  lastContact: { serverAt: SESSION.now, deviceAt: SESSION.now },
  lawVersion: 1,
}

test('whatever was typed, a draft that lacks nothing is received, and is a packet as the centre takes it', () => {
  /** Mostly what serves, so that whole drafts come up as well as broken ones. */
  const mostly = (good: string, ...others: readonly string[]) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, fc.constantFrom(good, ...others))
  const anyBoxes = fc.record({
    'applicant.name': mostly('Ksor Phước', '', 'H’Hen Niê'),
    'applicant.kind': fc.constantFrom('citizen', 'organisation'),
    'applicant.idNumber': mostly('022 188 001 234', '', '022188001234', 'số cũ'),
    'applicant.phone': mostly('0912 345 678', '', '+84912345678', '12'),
    ownerIsOther: fc.constantFrom('', 'true'),
    'owner.name': mostly('Phạm Thị Lụa', ''),
    'components.declaration.original': mostly('1', '', '0', '2', '1000', 'x'),
    'components.id-card.copy': mostly('', '1', '1000', 'x'),
    'components.authority.certified': mostly('', '1', 'x'),
    copiesWanted: mostly('3', '', '1', '0', '1000', 'x'),
    pages: mostly('', '1', '0', 'x'),
    'returnWish.way': fc.constantFrom('counter', 'post', 'home', 'electronic'),
    'returnWish.address': mostly('Khu 3', ''),
    agree: mostly('true', ''),
    isPaid: fc.constantFrom('', 'true'),
    'sign.how': fc.constantFrom('', 'self', 'witness', 'fingerprint'),
    witness: mostly('Trưởng thôn Nguyễn Văn Hải', ''),
  })
  const anySigned = fc.constantFrom(null, 'signature' as const, 'fingerprint' as const)
  const anyCode = fc.constantFrom(null, '000.00.12.H49-190309-0001')
  let whole = 0
  fc.assert(
    fc.property(anyBoxes, anySigned, fc.constantFrom(SESSION, VISIT), anyCode, (boxes, what, out, code) => {
      const given = taking({ out, law: aLaw({ procedure: aCharged() }) })
      const draft = { ...begun(boxes), signed: what && { what, ...SIGNED } }
      if (allLacks(draft, given).length > 0) return
      whole += 1
      const made = intakePacket(draft, given, { staff: 'lan', code, lookupKey: 'K7MQ2W9XAB' })
      if (isRefusal(made)) throw new Error(made.refused)
      const packet = IntakePacket.parse({ ...ENVELOPE, ...made.packet })
      expect(packet.dossier).toMatchObject({
        takenOut: { kind: out.kind, id: out.id },
        channel: out.kind === 'session' ? 'mobile' : 'home',
        placeOfSupport: 'X07075',
      })
      // A line or a fingerprint goes along where that is how it is agreed; what was drawn before another way was chosen does not.
      const wanted = boxes['sign.how'] === 'witness' ? null : packet.attachments[0]?.what
      expect(packet.attachments.map(({ sha256 }) => sha256)).toEqual(wanted === null ? [] : [SIGNED.sha256])
      if (wanted !== null) expect(wanted).toBe(what)
      const isSelf = boxes['sign.how'] === '' || boxes['sign.how'] === 'self'
      expect(packet.witness).toBe(isSelf ? null : boxes.witness)
      const fee = 8000 * packet.dossier.copiesWanted
      expect(made.received.feeDong).toBe(fee)
      const isPaid = boxes.isPaid === 'true'
      expect(packet.fee).toEqual({
        dong: fee,
        taken: isPaid,
        slip: isPaid ? (code ?? slipOf(draft.id)) : null,
      })
    }),
    { numRuns: 600 },
  )
  expect(whole).toBeGreaterThan(20)
})

test('what is taken in on a Saturday is due from the next opening', () => {
  const content = DossierToReceive.parse(contentOf(begun(), aProcedure(), SESSION).data)
  const by = { staff: 'lan', code: 'x', lookupKey: 'y' }
  // Monday 11 March 2019 is the first of three working days.
  expect(receivedOutside(content, taking(), by)).toMatchObject({ due: '2019-03-13T10:00:00.000Z' })
  expect(countsFromNextOpening(aLaw().counting, SESSION.now)).toBe(true)
  expect(countsFromNextOpening(aLaw().counting, MARCH_5)).toBe(false)
})

test('the law brought along is that of the day', () => {
  const along = {
    procedures: [aProcedure({ until: '2019-03-10' }), aProcedure({ version: 2, from: '2019-03-10' })],
    forms: [FORM],
    places: [],
    calendars: { counting: calendar2019, reception: calendar2019 },
    dataSources: [],
    ruleSets: [{ key: 'nd-61-2018', from: '2018-12-01', transfer: null, lapse: HOUSE_LAPSE }],
  }
  const on = (day: string) => lawAlong(along, '2.000748', day)
  expect(on('2019-03-09')).toMatchObject({ procedure: { version: 1 } })
  expect(on('2019-03-10')).toMatchObject({ procedure: { version: 2 } })
  expect(on('2018-12-31')).toMatchObject({ refused: 'procedure-not-in-force' })
  expect(formAlong(along, aProcedure({ form: FORM.key }), '2019-03-09')).toBe(FORM)
  expect(formAlong(along, aProcedure(), '2019-03-09')).toBeNull()
  expect(lawAlong(along, 'none', '2019-03-09')).toMatchObject({ refused: 'no-such-procedure' })
})

test('a form filled in on the device goes along as it stands in its boxes, and pictures in their order', () => {
  const boxes = { formHere: 'true', 'f.name': 'Tạp hóa Lan', 'f.workers': '3', agree: 'true' }
  const photo = { ...SIGNED, id: 'p', name: 'anh.jpg', mediaType: 'image/jpeg', component: 'declaration' }
  const draft = { ...begun(boxes), photos: [photo], signed: { what: 'signature' as const, ...SIGNED } }
  const made = intakePacket(draft, taking({ form: FORM }), {
    staff: 'lan',
    code: null,
    lookupKey: 'K7MQ2W9XAB',
  })
  if (isRefusal(made)) throw new Error(made.refused)
  expect(made.files).toEqual(['p', 's'])
  expect(IntakePacket.parse({ ...ENVELOPE, ...made.packet })).toMatchObject({
    form: { key: 'household-business', version: 2, typed: { name: 'Tạp hóa Lan', workers: '3' } },
    attachments: [
      { what: 'page', component: 'declaration', mediaType: 'image/jpeg' },
      { what: 'signature', component: null, mediaType: 'image/png' },
    ],
  })
})
