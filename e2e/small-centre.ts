import { refuse } from '#domain/outcome.ts'
import { searched } from '#domain/people/searched.ts'
import type { Case, Channel, Procedure } from '#domain/procedure/procedure.ts'
import type { Desk } from '#work/desk.ts'
import type { SeenPayment } from '#work/paying/see-payment.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { NO_SUMS } from '#domain/statistics/sums.ts'
import type { PlainWord } from '#domain/finding/guide.ts'
import type { AskedCatalogue, PublicReads, SeenBoard, SeenCatalogue, SeenLifeEvent } from '#web/reads.ts'
import type { StaffDoors, WebDoors } from '#web/visit.ts'

/** Nobody works at the small centre. */
const NOBODY: StaffDoors = {
  publicUrl: 'https://hanhchinhcong.example',
  deskFor: () => Promise.resolve(null),
  signIn: () => Promise.resolve({ kind: 'wrong' }),
  confirm: () => Promise.resolve({ kind: 'wrong' }),
  choosePassword: () => Promise.resolve(null),
  askPasskey: () => Promise.resolve({ handle: '', options: {} }),
  openByPasskey: () => Promise.resolve({ kind: 'wrong' }),
  signOut: () => Promise.resolve(),
  account: {
    sessions: () => Promise.resolve([]),
    endSessions: () => Promise.resolve(),
    isPassword: () => Promise.resolve(false),
    changePassword: () => Promise.resolve(),
    secondFactor: () => Promise.resolve({ kind: 'off' }),
    beginSecondFactor: () => Promise.resolve(),
    confirmSecondFactor: () => Promise.resolve(null),
    removeSecondFactor: () => Promise.resolve(),
    passkeys: () => Promise.resolve([]),
    offerPasskey: () => Promise.resolve({ handle: '', options: {} }),
    addPasskey: () => Promise.resolve(false),
    removePasskey: () => Promise.resolve(),
  },
  hear: () => () => {},
}

/** Nobody can come in here. */
const NO_CITIZENS: WebDoors['citizens'] = {
  ways: () => Promise.resolve({ national: null, codes: false }),
  beginIdentity: () => Promise.resolve(refuse('identity-unreachable')),
  enterByIdentity: () => Promise.resolve(refuse('identity-unreachable')),
  askCode: () => Promise.resolve({ kind: 'not-sent' }),
  enterByCode: () => Promise.resolve({ kind: 'wrong' }),
  proveContact: () => Promise.resolve(refuse('code-wrong')),
  askPasskey: () => Promise.resolve({ handle: '', options: {} }),
  enterByPasskey: () => Promise.resolve({ kind: 'wrong' }),
  passkeys: () => Promise.resolve([]),
  offerPasskey: () => Promise.resolve({ handle: '', options: {} }),
  addPasskey: () => Promise.resolve(false),
  removePasskey: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  sessions: () => Promise.resolve([]),
  endSessions: () => Promise.resolve(),
  demonstrationMessages: () => Promise.resolve(null),
}

/** Nobody is asked anything here. */
const NO_OPINIONS: WebDoors['opinions'] = {
  seeRating: () => Promise.resolve(refuse('no-rating-form')),
  rate: () => Promise.resolve(refuse('no-rating-form')),
  sendFeedback: () => Promise.resolve(refuse('no-feedback-here')),
  followFeedback: () => Promise.resolve(refuse('no-such-feedback')),
  appeal: () => Promise.resolve(refuse('no-such-feedback')),
  seePublishedAnswers: () => Promise.resolve({ answers: [], next: null }),
}

/** Nobody goes out here. */
const NO_OUTREACH: WebDoors['outreach'] = {
  followSessions: () => Promise.resolve([]),
  followSession: () => Promise.resolve(refuse('no-such-session')),
  seeCommunes: () => Promise.resolve([]),
  giveCalendar: () => Promise.resolve(''),
  givePoster: () => Promise.resolve(refuse('no-such-session')),
  register: () => Promise.resolve(refuse('no-such-session')),
  followRegistration: () => Promise.resolve(refuse('no-such-registration')),
  cancelRegistration: () => Promise.resolve(refuse('no-such-registration')),
  askHomeVisit: () => Promise.resolve(refuse('no-such-commune')),
  followHomeVisit: () => Promise.resolve(refuse('no-such-home-visit')),
  takeBackHomeVisit: () => Promise.resolve(refuse('no-such-home-visit')),
}

/** A centre small enough to see through, for tests of the pages alone: no database, a clock that stands still. */
export function smallCentre(changed: Partial<WebDoors> = {}): WebDoors {
  return {
    deskFor: () => Promise.resolve(DESK),
    reads: smallReads(),
    follow: (_c, _desk, { code, key }) =>
      Promise.resolve(code === CODE && key === KEY ? FOLLOWED : refuse('no-such-dossier')),
    actsByKey: () =>
      Promise.resolve({
        mayAnswer: false,
        mayWithdraw: false,
        paidDong: 0,
        papersHere: [],
        returnWish: null,
        ways: [],
        electronic: null,
      }),
    byKey: () => Promise.resolve(refuse('no-such-dossier')),
    seePayment: (_c, _desk, { code, key }) =>
      Promise.resolve(code === CODE && key === KEY ? PAYMENT : refuse('no-such-dossier')),
    openPayment: () => Promise.resolve(refuse('provider-away')),
    mayBeginFiling: () => null,
    mayUpload: () => null,
    checkDocument: () => Promise.resolve(refuse('document-unreadable')),
    citizens: NO_CITIZENS,
    opinions: NO_OPINIONS,
    outreach: NO_OUTREACH,
    staff: NOBODY,
    onError: (error) => {
      throw error
    },
    ...changed,
  }
}

export const CODE = '000.00.12.H49-190228-0042'
export const KEY = 'ABCDE23456'
const NOW = '2019-02-28T02:00:00.000Z'
const BOARD: SeenBoard = {
  window: { from: '2019-02-01', to: '2019-02-28' },
  today: '2019-02-28',
  isRunning: true,
  only: undefined,
  onlyName: null,
  all: NO_SUMS,
  communes: NO_SUMS,
  ownOfCommunes: NO_SUMS,
  desks: [],
  targets: [],
  ever: null,
  months: [],
  units: [],
  fields: [],
  places: [],
  choices: { months: ['2019-02'], units: [], fields: [], places: [] },
}
/** Ten and a half pages of it, so that the catalogue has to be paged. */
const PAGE = 5

const DESK: Desk = {
  now: Temporal.Instant.from(NOW),
  actor: { kind: 'public' },
  centre: {
    slug: 'nho',
    name: 'Trung tâm Hành chính công nhỏ',
    schema: 'c_nho',
    isDemonstration: true,
    db: new Kysely({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
    run: () => Promise.reject(new Error('the small centre has no database')),
    announce: () => {},
  },
}

const STEPS: Procedure['steps'] = [
  {
    key: 'receive',
    name: 'Tiếp nhận',
    kind: 'receive',
    unit: 'HCC',
    post: 'clerk',
    minutesAllotted: 30,
    output: '',
  },
  {
    key: 'work',
    name: 'Thẩm định',
    kind: 'work',
    unit: 'TP',
    post: 'handler',
    minutesAllotted: 240,
    output: '',
  },
  {
    key: 'pay',
    name: 'Nộp thuế',
    kind: 'citizen',
    unit: 'HCC',
    post: 'clerk',
    minutesAllotted: null,
    output: '',
  },
  {
    key: 'approve',
    name: 'Phê duyệt',
    kind: 'approve',
    unit: 'TP',
    post: 'approver',
    minutesAllotted: 60,
    output: '',
  },
  {
    key: 'return',
    name: 'Trả kết quả',
    kind: 'return',
    unit: 'HCC',
    post: 'clerk',
    minutesAllotted: null,
    output: '',
  },
]

const COMMON: Case = {
  key: 'chung',
  name: 'Trường hợp chung',
  limit: { any: { kind: 'civil-days', days: 3 }, channels: { online: { kind: 'civil-days', days: 2 } } },
  fee: { any: { kind: 'undetermined', note: 'Theo nghị quyết của HĐND tỉnh' }, channels: {} },
  components: [
    { key: 'a', name: 'Tờ khai', original: 1, certified: 0, copy: 0, isShown: false, isRequired: true },
    { key: 'b', name: 'Thẻ căn cước', original: 1, certified: 0, copy: 0, isShown: true, isRequired: true },
    {
      key: 'c',
      name: 'Văn bản ủy quyền nếu nộp thay',
      original: 0,
      certified: 1,
      copy: 2,
      isShown: false,
      isRequired: false,
    },
  ],
}

function aProcedure(changed: Partial<Procedure>): Procedure {
  return {
    key: '2.000528',
    version: 1,
    from: '2019-01-01',
    until: null,
    code: '2.000528',
    isCodeVerified: true,
    name: 'Đăng ký khai sinh có yếu tố nước ngoài',
    field: 'Hộ tịch',
    unit: 'TP',
    ownerKind: 'town',
    level: 3,
    isPostal: true,
    isFiveOnTheSpot: true,
    applicants: 'citizen',
    cases: [COMMON],
    steps: STEPS,
    form: null,
    result: 'Giấy khai sinh',
    legalBasis: ['Luật Hộ tịch 2014'],
    note: '',
    weight: 1,
    confidence: 'high',
    source: '',
    ...changed,
  }
}

const RARE: Case = { ...COMMON, key: 'hiem', name: 'Trường hợp hiếm' }
const PROCEDURES = [
  aProcedure({}),
  aProcedure({
    key: 'tp-memory',
    code: '9.999999',
    isCodeVerified: false,
    name: 'Chứng thực bản sao',
    cases: [COMMON, RARE],
  }),
  aProcedure({
    key: 'bhxh-1',
    name: 'Cấp sổ bảo hiểm',
    ownerKind: 'social_insurance',
    unit: 'BHXH',
    field: 'BHXH',
    level: 4,
  }),
  ...Array.from({ length: 9 }, (_, index) =>
    aProcedure({ key: `tp-${index}`, name: `Cấp giấy phép số ${index}`, level: 2, isPostal: false }),
  ),
]

const AUTHORISED = { vi: 'Tôi nộp thay người khác', en: 'I apply for somebody else' }
const PLAIN_WORDS: readonly PlainWord[] = [
  { term: 'yếu tố nước ngoài', plain: { vi: 'có người nước ngoài', en: 'a foreigner takes part' } },
  { term: 'ủy quyền', plain: { vi: 'giao cho người khác làm thay', en: 'letting somebody act for you' } },
]
const BIRTH: SeenLifeEvent = {
  key: 'sinh-con',
  name: { vi: 'Sinh con', en: 'Having a child' },
  lead: { vi: 'Từ giấy khai sinh đến thẻ bảo hiểm.', en: 'From the birth certificate on.' },
  steps: [
    {
      kind: 'elsewhere',
      title: { vi: 'Đăng ký khai sinh', en: 'Register the birth' },
      hint: { vi: 'Làm tại UBND xã, phường.', en: 'At the commune.' },
      ground: 'Luật Hộ tịch 2014, Điều 13',
    },
    {
      kind: 'here',
      key: '2.000528',
      name: 'Đăng ký khai sinh có yếu tố nước ngoài',
      hint: { vi: 'Khi cha hoặc mẹ là người nước ngoài.', en: 'When a parent is a foreigner.' },
    },
  ],
}

const UNITS: { readonly [unit: string]: string } = {
  HCC: 'Bộ phận Tiếp nhận và Trả kết quả',
  TP: 'Phòng Tư pháp',
  BHXH: 'Bảo hiểm xã hội thị xã',
}
const CHANNELS: readonly Channel[] = ['counter', 'online', 'post', 'mobile', 'home']

/** The reading functions over the small centre, told apart from the real ones only by how little they know. */
export function smallReads(changed: Partial<PublicReads> = {}): PublicReads {
  return {
    seeCentre: () =>
      Promise.resolve({
        name: 'Trung tâm Hành chính công nhỏ',
        isDemonstration: true,
        takesFilings: true,
        asksRatings: true,
        takesFeedback: true,
        takesPostComplaints: true,
      }),
    seeCatalogue: (_desk, asked) => Promise.resolve(catalogue(asked)),
    seeProcedure: (_desk, key) => {
      const procedure = PROCEDURES.find((one) => one.key === key)
      if (!procedure) return Promise.resolve(refuse('no-such-procedure', { key }))
      const steps = STEPS.map((step) => ({ ...step, unitName: UNITS[step.unit] ?? '' }))
      return Promise.resolve({
        procedure,
        unitName: UNITS[procedure.unit] ?? '',
        steps,
        channels: CHANNELS,
        applicationForm: null,
        desks: [],
        conditions: key === '2.000528' ? [{ procedure: key, paper: 'c', when: AUTHORISED }] : [],
      })
    },
    seeDue: (_desk, { channel }) =>
      Promise.resolve({
        due: channel === 'online' ? '2019-03-04T10:00:00.000Z' : '2019-03-05T10:00:00.000Z',
        isProvisional: false,
        pattern: 'A',
        days: [
          { date: '2019-02-28', counted: false, minutes: 0, why: 'receipt-day' },
          { date: '2019-03-01', counted: true, minutes: 480, why: 'working-day' },
          { date: '2019-03-02', counted: false, minutes: 0, why: 'weekend' },
          { date: '2019-03-04', counted: false, minutes: 0, why: 'holiday', name: 'Ngày hội làng' },
        ],
      }),
    seeBoard: () => Promise.resolve(BOARD),
    seeOpenData: () => Promise.resolve([]),
    seeSatisfaction: () => Promise.resolve(null),
    seeMostReceived: () => Promise.resolve({ days: 30, procedures: [] }),
    seeLifeEvents: () => Promise.resolve([BIRTH]),
    seeLifeEvent: (_desk, key) =>
      Promise.resolve(key === BIRTH.key ? BIRTH : refuse('no-such-life-event', { key })),
    seeTerritory: () => Promise.resolve([]),
    seePlainWords: () => Promise.resolve(PLAIN_WORDS),
    seeHours: () =>
      Promise.resolve({
        isOpen: true,
        days: [
          { on: '2019-02-28', openings: [{ opens: 420, closes: 690 }] },
          { on: '2019-03-01', openings: [{ opens: 420, closes: 690 }] },
        ],
      }),
    seeShownTexts: (_desk, language) =>
      Promise.resolve(new Map(language === 'en' ? [['Chứng thực bản sao', 'Certifying a copy']] : [])),
    seeToday: () => Promise.resolve({ received: 0, settled: 0, inTime: 0, inProgress: 0 }),
    ...changed,
  }
}

const itemOf = (one: Procedure) => ({ ...one, unitName: UNITS[one.unit] ?? '', limit: COMMON.limit.any })

function catalogue({ q, unit, field, level, ownerKind, after }: AskedCatalogue): SeenCatalogue {
  const found = PROCEDURES.filter(
    (one) =>
      (!q || searched(`${one.name} ${one.field}`).includes(searched(q))) &&
      (!unit || one.unit === unit) &&
      (!field || one.field === field) &&
      (!level || one.level === level) &&
      (!ownerKind || one.ownerKind === ownerKind),
  )
  const start = after ? found.findIndex((one) => one.key === after) + 1 : 0
  const items = found.slice(start, start + PAGE)
  const facet = (keyOf: (one: Procedure) => string, nameOf = keyOf) =>
    [...Map.groupBy(found, keyOf)].map(([key, [first, ...more]]) => ({
      key,
      name: first ? nameOf(first) : key,
      count: more.length + 1,
    }))
  const own = PROCEDURES.filter((one) => one.ownerKind === 'town')
  const none = { tax: 0, police: 0, electricity: 0, water: 0, commune: 0 }
  return {
    total: found.length,
    items: items.map(itemOf),
    near: q !== undefined && found.length === 0 ? PROCEDURES.slice(1, 2).map(itemOf) : [],
    elsewhere:
      q !== undefined && searched(q) === 'ho chieu'
        ? {
            said: { vi: 'Hộ chiếu do Công an tỉnh cấp.', en: 'Passports come from the police.' },
            ground: 'Luật',
          }
        : null,
    communes: [],
    isOfCommunes: false,
    next: start + PAGE < found.length ? (items.at(-1)?.key ?? null) : null,
    facets: {
      units: facet(
        (one) => one.unit,
        (one) => UNITS[one.unit] ?? '',
      ),
      fields: facet((one) => one.field),
      levels: facet((one) => String(one.level)),
      ownerKinds: facet((one) => one.ownerKind),
    },
    counts: {
      all: PROCEDURES.length,
      byOwnerKind: { ...none, town: own.length, social_insurance: PROCEDURES.length - own.length },
      fiveOnTheSpot: own.length,
      online: own.filter((one) => one.level >= 3).length,
      postal: own.filter((one) => one.isPostal).length,
      feeUndetermined: 0,
    },
  }
}

const PAYMENT: SeenPayment = {
  code: CODE,
  procedureName: 'Chứng thực bản sao',
  fee: {
    lines: [{ kind: 'fee', name: 'Lệ phí', dong: 4000, beforeDong: 8000 }],
    beforeDong: 8000,
    dong: 4000,
  },
  owedDong: 4000,
  payable: { lines: [], dong: 4000 },
  isBeforeReceipt: false,
  ways: ['vnpay', 'national', 'bank'],
  pages: ['https://pay.example.vn'],
  orders: [],
  payments: [],
}

const FOLLOWED: FollowedDossier = {
  code: CODE,
  procedureName: 'Chứng thực bản sao',
  stage: 'in-process',
  waitsFor: null,
  toDo: [],
  placeOfReceiptName: 'Bộ phận Tiếp nhận và Trả kết quả',
  elsewhere: null,
  parts: [],
  obligations: [],
  steps: STEPS.map(({ name, kind, unit, post }, index) => ({
    name,
    kind,
    unitName: UNITS[unit] ?? '',
    post,
    state: index === 0 ? 'done' : index === 1 ? 'now' : 'next',
    since: index < 2 ? '2019-02-28T01:10:00.000Z' : null,
    doneAt: index === 0 ? '2019-02-28T01:10:00.000Z' : null,
  })),
  holder: { kind: 'list', unitName: 'Phòng Tư pháp', post: 'handler' },
  supplement: null,
  fee: {
    lines: [],
    beforeDong: 8000,
    dong: 8000,
    owedDong: 8000,
    payments: [],
    isPayable: true,
  },
  receivedAt: '2019-02-28T01:10:00.000Z',
  dueAtReceipt: '2019-03-05T10:00:00.000Z',
  lawfulDue: '2019-03-06T10:00:00.000Z',
  promisedDue: null,
  isDueProvisional: true,
  timeliness: null,
  readyAt: null,
  stoppedAt: null,
  returnedAt: null,
  returnWay: 'counter',
  sentInAt: null,
  parcels: [],
  sealedCopy: null,
}
