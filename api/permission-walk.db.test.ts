import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasPost } from '#domain/people/may.ts'
import type { PostCarrier } from '#domain/post/carrier.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { holdDossier } from '#store/dossiers.ts'
import { noticesOf } from '#store/notices.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { submitFiling } from '#work/filing/submit-filing.ts'
import { aDraft } from '#work/filing/a-filing.ts'
import { aHall, allowed, type Hall, SIGNED_FOR } from '#work/a-hall.ts'
import { newId } from '#work/chance.ts'
import { makeNotices } from '#work/telling/make-notices.ts'
import type { NoticeOffice } from '#work/telling/notice-office.ts'
import { Receipt, SeenDossier } from './answers/dossier.ts'
import { NO_BODY } from './route.ts'
import { ROUTES } from './routes.ts'
import { formOf, type House, isPerson, PEOPLE, type Person, testHouse } from './test-house.ts'

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const NOTICES: NoticeOffice = {
  ways: new Map([['sms', async () => ({ kind: 'accepted', reference: null })]]),
  baseUrl: 'https://motcua.example.vn',
  push: null,
  hearZalo: null,
  reportSecret: null,
}

/** A post that takes every order and has nothing to say. */
const IDLE_POST: PostCarrier = {
  file: { transaction: [], dong: [], paidAt: [], text: [], times: 1 },
  order: async () => ({ answer: 'taken', item: null }),
  cancel: async () => true,
  track: async () => [],
  hear: () => null,
}

const STAFF: readonly Person[] = [
  ...Object.keys(PEOPLE).filter(isPerson),
  'approver-without-mandate',
  'former-clerk',
]

interface Expectation {
  /** Who is let in; everybody is the public too. */
  readonly may: readonly Person[] | 'everybody' | 'staff' | 'device'
  /** Who is refused for another reason than a post. */
  readonly otherwise?: { readonly [person in Person]?: string }
  /** The step a dossier lies at when the question is put. */
  readonly at?:
    | 'work'
    | keyof typeof AT_WORK
    | keyof typeof LINKED
    | 'elsewhere'
    | 'approve'
    | 'seal'
    | 'numbered'
    | 'return'
    | 'ready'
}

const OF_THE_HALL = ['clerk', 'cashier', 'seal-keeper', 'director'] as const
const OF_THE_UNIT = ['handler', 'approver', 'head', 'approver-without-mandate'] as const

/** Who may what at each route, on a dossier of the unit TP. A route that is not here fails the walk. */
const EXPECTED: { readonly [route: string]: Expectation } = {
  seeCatalogue: { may: 'everybody' },
  seeProcedure: { may: 'everybody' },
  seeDue: { may: 'everybody' },
  followDossier: { may: 'everybody' },
  hearVnpay: { may: 'everybody' },
  hearNationalPlatform: { may: 'everybody' },
  hearBank: { may: 'everybody' },
  hearPost: { may: 'everybody' },
  reportMessage: { may: 'everybody' },
  hearZalo: { may: 'everybody' },
  signIn: { may: 'everybody' },
  signOut: { may: 'staff' },
  seeMyself: { may: 'staff' },
  receiveDossier: { may: ['clerk'] },
  seeFormSchema: { may: 'everybody' },
  seeFilings: { may: ['clerk', 'director'] },
  seeFiling: { may: ['clerk', 'director'] },
  acceptFiling: { may: ['clerk'] },
  askFiling: { may: ['clerk'] },
  refuseFiling: { may: ['clerk'] },
  turnAway: { may: ['clerk'] },
  registerDevice: { may: 'everybody' },
  confirmErased: { may: 'device' },
  seeOutings: { may: 'device' },
  provisionDevice: { may: 'device' },
  takeInPiece: { may: 'device' },
  seePacket: { may: 'device' },
  followSessions: { may: 'everybody' },
  followSession: { may: 'everybody' },
  planSessions: { may: ['clerk', 'director'] },
  changeSession: { may: ['clerk', 'director'] },
  seeHomeVisits: { may: ['clerk', 'director'] },
  seeHomeFigures: { may: ['clerk', 'director'] },
  askHomeVisit: { may: ['clerk', 'director', 'commune-clerk'] },
  seeHomeVisit: { may: ['clerk', 'director'] },
  changeHomeVisit: { may: ['clerk', 'director'] },
  seeDossier: { may: [...OF_THE_HALL, ...OF_THE_UNIT] },
  seeAccess: { may: ['director', 'administrator'] },
  writeNote: { may: [...OF_THE_HALL, ...OF_THE_UNIT] },
  recordCall: { at: 'ready', may: ['clerk'] },
  tellAgain: { at: 'work', may: ['clerk', 'handler'] },
  seeDrafts: { may: [...OF_THE_HALL, ...OF_THE_UNIT] },
  saveDraft: { at: 'work', may: ['handler'] },
  commentOnDraft: { at: 'work', may: [...OF_THE_HALL, ...OF_THE_UNIT] },
  seeWorklist: { may: STAFF.filter((person) => person !== 'former-clerk') },
  seeFigures: { may: ['director', 'administrator', 'head'] },
  completeStep: { at: 'work', may: ['handler'] },
  receiveAsCompetent: { at: 'elsewhere', may: ['clerk'] },
  sendBack: { at: 'approve', may: ['approver', 'approver-without-mandate'] },
  requestSupplement: { at: 'work', may: ['handler'] },
  takeSupplement: { at: 'supplement', may: ['clerk'] },
  proposeRefusal: { at: 'work', may: ['handler'] },
  stopDossier: { at: 'work', may: ['clerk'] },
  draftApology: { at: 'work', may: ['handler'] },
  consentToApology: { at: 'drafted', may: ['head', 'director'] },
  dropApology: { at: 'drafted', may: ['head', 'director'] },
  signApology: {
    at: 'consented',
    may: ['approver'],
    otherwise: { 'approver-without-mandate': 'no-mandate' },
  },
  sendApology: { at: 'signed', may: ['clerk'] },
  askOpinion: { at: 'work', may: ['handler'] },
  assessFee: { at: 'work', may: ['clerk', 'cashier'] },
  takePayment: { at: 'charged', may: ['cashier'] },
  cancelPayment: { at: 'paid', may: ['cashier', 'director'] },
  askRefund: { at: 'paid', may: ['cashier'] },
  agreeToRefund: {
    at: 'refund',
    may: ['director'],
    otherwise: { cashier: 'second-person-needed' },
  },
  dropRefund: { at: 'refund', may: ['cashier', 'director'] },
  // In a commune the clerk keeps the till too.
  seeCashSheet: { may: ['cashier', 'director', 'commune-clerk', 'commune-head'] },
  openTill: { may: ['cashier', 'commune-clerk'] },
  closeCashSheet: { may: ['cashier', 'commune-clerk'] },
  takeOverCash: { may: ['director'] },
  correctContact: { at: 'work', may: ['clerk'] },
  changeReturnWish: { at: 'work', may: ['clerk'] },
  proposeCorrection: { at: 'work', may: ['clerk'] },
  confirmCorrection: { at: 'disputed', may: ['head', 'director'] },
  dropCorrection: { at: 'disputed', may: ['head', 'director'] },
  recordOpinion: { at: 'consulted', may: ['handler'] },
  promptApplicant: { at: 'supplement', may: ['clerk', 'handler'] },
  seeParts: { may: STAFF.filter((person) => person !== 'former-clerk') },
  completePart: { at: 'linked', may: ['insurance'] },
  sendPartBack: { at: 'linked', may: ['insurance'] },
  giveUpPart: { at: 'linked', may: ['handler'] },
  askPartAgain: { at: 'partSentBack', may: ['handler'] },
  notifyObligation: { at: 'land', may: ['land-registry'] },
  withdrawObligation: { at: 'notified', may: ['land-registry'] },
  meetObligation: { at: 'notified', may: ['clerk', 'land-registry'] },
  approveResult: {
    at: 'approve',
    may: ['approver'],
    otherwise: { 'approver-without-mandate': 'no-mandate' },
  },
  numberResult: { at: 'seal', may: ['seal-keeper'] },
  voidNumber: { at: 'numbered', may: ['seal-keeper'] },
  sealResult: { at: 'seal', may: ['seal-keeper'] },
  markReady: { at: 'return', may: ['clerk'] },
  handBackResult: { at: 'ready', may: ['clerk'] },
  assignDossier: { at: 'work', may: ['head', 'director'] },
  claimDossier: { at: 'work', may: ['handler'] },
  seePapersToGo: { may: STAFF.filter((person) => person !== 'former-clerk') },
  handOverPapers: { at: 'work', may: ['clerk', 'cashier'] },
  seeSheet: { at: 'work', may: ['clerk', 'cashier', 'director', ...OF_THE_UNIT] },
  confirmSheet: { at: 'work', may: [...OF_THE_UNIT] },
  takeBackSheet: { at: 'work', may: ['clerk', 'cashier'] },
  receiveSeveral: { may: ['clerk'] },
  seeScans: { may: [...OF_THE_HALL, ...OF_THE_UNIT] },
  digitise: { may: ['clerk'] },
  certifyCopy: { may: ['clerk'] },
  seeHeldCopies: { may: ['clerk'] },
  reuseCopy: { may: ['clerk'] },
  lookForCopies: { may: ['clerk'] },
  seeDelegations: { may: ['head', 'director'] },
  delegateApproval: { may: ['head', 'director'] },
  endDelegation: { may: ['head', 'director'] },
  seeParcels: { may: ['clerk', 'director'] },
  orderParcel: { at: 'ready', may: ['clerk'] },
  chargePostage: { at: 'ready', may: ['clerk'] },
  seeParcel: { may: ['clerk', 'director'] },
  askPost: { may: ['clerk'] },
  cancelParcel: { may: ['clerk'] },
  settleDoubt: { may: ['clerk'] },
  useParcel: { at: 'work', may: ['clerk'] },
  openPostList: { may: ['clerk'] },
  seePostList: { may: ['clerk', 'director'] },
  scanLabel: { may: ['clerk'] },
  takeLabelOff: { may: ['clerk'] },
  confirmPostList: { may: ['clerk'] },
  dropPostList: { may: ['clerk'] },
  findPaper: { at: 'lacking', may: [...OF_THE_UNIT] },
  releaseDossier: { at: 'held', may: ['handler', 'head', 'director'] },
}

const VERBS = {
  'collect-fee': ['cashier', 'complete-step'],
  work: ['handler', 'complete-step'],
  approve: ['approver', 'approve'],
  seal: ['seal-keeper', 'seal'],
  return: ['clerk', 'mark-ready'],
} as const

const ASKED = { items: [{ wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }] }
const REFUSED = { reason: 'Đất đang tranh chấp', ground: 'Luật Đất đai' }
const STOPPED = { ...REFUSED, why: 'asked-by-citizen', papersReturned: 'Tờ khai', money: 'nothing-paid' }
const APOLOGY = { cause: 'complex', reason: 'Phải xác minh thêm', promisedOn: '2019-06-14' }
const OPINION = { body: 'Phòng QLĐT', question: 'Có vướng không?', answerBy: '2019-03-12' }
const FEE = { lines: [{ kind: 'fee', name: 'Lệ phí', dong: 8000 }] }
const PAID = { way: 'cash', dong: 8000 }
const REFUND = { reason: 'Rút hồ sơ', ground: 'Luật Phí và lệ phí 2015' }
const CHARGED = ['clerk', 'assess-fee', FEE] as const
const CORRECTION = { what: 'identity', party: 'owner', name: 'Trần Thị Lý', ground: 'Căn cước' }
const WRITTEN = ['handler', 'draft-apology', APOLOGY] as const
const AGREED = ['head', 'consent-to-apology', {}] as const

/** What is done at the work step, one after the other, where something else than its end is wanted. */
const AT_WORK = {
  held: [['handler', 'claim', {}]],
  supplement: [['handler', 'request-supplement', ASKED]],
  drafted: [WRITTEN],
  consented: [WRITTEN, AGREED],
  signed: [WRITTEN, AGREED, ['approver', 'sign-apology', {}]],
  consulted: [['handler', 'ask-opinion', OPINION]],
  disputed: [['clerk', 'propose-correction', CORRECTION]],
  charged: [CHARGED],
  paid: [CHARGED, ['cashier', 'take-payment', PAID]],
  /** Of what was paid, as it is asked for. */
  refund: [],
  /** A paper is missing at the hand-over. */
  lacking: [],
} as const

const NOTICE = {
  body: 'Chi cục Thuế',
  number: 'LTB 120',
  issuedOn: '2019-03-05',
  what: 'Lệ phí trước bạ',
  dong: 5_000_000,
  payBy: '2019-04-04',
}
const PAID_AT_BANK = { paidOn: '2019-03-05', dong: 5_000_000, proof: 'GNT 1', channel: 'counter' }

/** Procedures that cross agencies: which, the step that is wanted, and what is done there. */
const LINKED = {
  linked: { procedure: '1.001695', step: 'insurance', done: [] },
  partSentBack: {
    procedure: '1.001695',
    step: 'insurance',
    done: [['insurance', 'send-part-back', { part: 'insurance-card', reason: 'Thiếu giấy' }]],
  },
  land: { procedure: '2.000889', step: 'check', done: [] },
  notified: {
    procedure: '2.000889',
    step: 'check',
    done: [['land-registry', 'notify-obligation', NOTICE]],
  },
} as const

const isLinked = (wanted: Expectation['at']): wanted is keyof typeof LINKED =>
  wanted !== undefined && Object.hasOwn(LINKED, wanted)

const lyingAt = ({ stage, step }: SeenDossier) => (stage === 'ready' ? 'ready' : step.kind)
type SeenDossier = ReturnType<typeof SeenDossier.parse>

/** A dossier that lies where it is wanted. */
async function dossierAt(house: House, wanted: Expectation['at']): Promise<SeenDossier> {
  const linked = isLinked(wanted) ? LINKED[wanted] : undefined
  const isElsewhere = wanted === 'elsewhere'
  const handedIn = isElsewhere
    ? { placeOfReceipt: 'X07075', procedure: '1.004979' }
    : linked && { procedure: linked.procedure }
  const toReceive = await house.toReceive(handedIn)
  const receipt = await house.send(isElsewhere ? 'commune-clerk' : 'clerk', 'POST', '/dossiers', toReceive)
  const { code } = Receipt.parse(receipt.body)
  for (;;) {
    const seen = SeenDossier.parse((await house.send('clerk', 'GET', `/dossiers/${code}`)).body)
    if (linked && seen.step.key === linked.step) return donePart(house, seen, linked.done)
    if (isElsewhere || wanted === undefined || lyingAt(seen) === wanted) return seen
    const kind = seen.step.kind
    if (kind === 'work' && wanted === 'lacking') return lacking(house, seen)
    if (kind === 'work' && wanted === 'refund') {
      const paid = await donePart(house, seen, AT_WORK.paid)
      const asked = { payment: paid.payments?.[0]?.key, dong: 8000, ...REFUND }
      return donePart(house, paid, [['cashier', 'ask-refund', asked]])
    }
    if (kind === 'seal' && wanted === 'numbered')
      return donePart(house, seen, [['seal-keeper', 'number', {}]])
    if (kind === 'work' && isAtWork(wanted)) return donePart(house, seen, AT_WORK[wanted])
    if (!isVerb(kind)) throw new Error(`no verb for ${kind}`)
    if (kind === 'collect-fee' && seen.owedDong) {
      await donePart(house, seen, [['cashier', 'take-payment', { way: 'cash', dong: seen.owedDong }]])
      continue
    }
    const [person, verb] = VERBS[kind]
    await donePart(house, seen, [[person, verb, {}]])
  }
}

async function donePart(
  house: House,
  seen: SeenDossier,
  parts: readonly (readonly [person: Person, verb: string, more: object])[],
): Promise<SeenDossier> {
  let { version } = seen
  for (const [person, verb, more] of parts) {
    const command = { id: newId(), version, step: seen.step.key, ...more }
    const done = await house.send(person, 'POST', `/dossiers/${seen.code}/${verb}`, command)
    if (done.status !== 200) throw new Error(JSON.stringify(done.body))
    version += 1
  }
  return SeenDossier.parse((await house.send('clerk', 'GET', `/dossiers/${seen.code}`)).body)
}

function isAtWork(wanted: Expectation['at']): wanted is keyof typeof AT_WORK {
  return wanted !== undefined && Object.hasOwn(AT_WORK, wanted)
}

function isVerb(kind: string): kind is keyof typeof VERBS {
  return Object.hasOwn(VERBS, kind)
}

let labels = 0

/** A list with the post, just opened. */
async function postListFor(house: House, kind: 'to-post' | 'from-post'): Promise<string> {
  labels += 1
  const list = { id: newId(), kind }
  await house.send('clerk', 'POST', '/post-lists', list)
  return list.id
}

/** A parcel ordered for a result that lies ready. */
async function parcelFor(house: House): Promise<string> {
  const { code } = await dossierAt(house, 'ready')
  const to = { line: 'Khu 3', ward: '07069' }
  const order = { id: newId(), phone: '0912345678', to, isCollecting: true }
  await house.send('clerk', 'POST', `/dossiers/${code}/parcels`, order)
  return order.id
}

/** Papers the post has brought and both sides have signed for. */
async function broughtFor(house: House): Promise<string> {
  const list = await scannedFor(house)
  const worker = { name: 'Phạm Văn Thư', number: 'BĐ-0123' }
  await house.send('clerk', 'POST', `/post-lists/${list}/confirm`, { id: newId(), declared: 1, worker })
  const { parcels } = Object((await house.send('clerk', 'GET', '/parcels?standing=arrived')).body)
  return parcels.at(-1).id
}

/** The same with something the post has brought on it. */
async function scannedFor(house: House): Promise<string> {
  const list = await postListFor(house, 'from-post')
  const label = `EK${String(810_000_000 + labels)}VN`
  await house.send('clerk', 'POST', `/post-lists/${list}/scans`, { label })
  return list
}

/** A sheet with the papers of a dossier, given by the counter. */
async function sheetFor(house: House, { code }: SeenDossier): Promise<string> {
  const given = { id: newId(), from: 'HCC-TN', to: 'TP', dossiers: [code] }
  await house.send('clerk', 'POST', '/hand-over-sheets', given)
  return given.id
}

async function lacking(house: House, seen: SeenDossier): Promise<SeenDossier> {
  const sheet = await sheetFor(house, seen)
  const lines = [{ code: seen.code, isTaken: true, missing: ['0'] }]
  await house.send('handler', 'POST', `/hand-over-sheets/${sheet}/confirm`, { id: newId(), lines })
  return SeenDossier.parse((await house.send('clerk', 'GET', `/dossiers/${seen.code}`)).body)
}

/** Something filed online with the help of the counter, waiting to be accepted. */
async function filingWaiting(): Promise<string> {
  const at = { desk: hall.deskOf('clerk', 'HCC-TN'), browser: null }
  return allowed(await submitFiling(at, await aDraft(at))).id
}

const handler = () => hall.staff.find((one) => hasPost(one, 'handler', 'TP', '2019-03-05'))?.id

let delegations = 0
/** Nobody is delegated to twice at a time: each begins when the one before has ended. */
function aDelegation() {
  const on = Temporal.PlainDate.from('2019-03-05').add({ days: delegations }).toString()
  delegations += 1
  return { id: newId(), staff: handler(), from: on, last: on, ground: 'QĐ 15/QĐ-TP ngày 04/03/2019' }
}

async function delegation(house: House): Promise<string> {
  const given = aDelegation()
  await house.send('head', 'POST', '/units/TP/delegations', given)
  return given.id
}

let sessions = 0
/** On a day of its own, so that nobody is in two. */
function aPlan() {
  sessions += 1
  return {
    id: newId(),
    commune: 'X07075',
    place: 'Nhà văn hóa thôn Chí Linh',
    on: Temporal.PlainDate.from('2019-06-01').add({ days: sessions }).toString(),
    opens: '07:30',
    closes: '11:30',
    team: [handler()],
  }
}

async function sessionPlanned(house: House): Promise<string> {
  const { body } = await house.send('director', 'POST', '/sessions', aPlan())
  return String(Object(body).ids[0])
}

const A_HOME_VISIT = {
  askedBy: 'phone',
  name: 'Nguyễn Thị Sáu',
  commune: 'X07075',
  hamlet: 'Thôn Chí Linh',
  address: 'Nhà cạnh đình',
  wish: 'Chứng thực giấy ủy quyền',
}

async function homeVisitAsked(house: House): Promise<string> {
  const { body } = await house.send('clerk', 'POST', '/home-visits', { ...A_HOME_VISIT, id: newId() })
  return String(Object(body).code)
}

/** What an address names by its id, made anew for whoever may end it. */
const NAMED: { readonly [route: string]: (house: House, seen: SeenDossier) => Promise<string> } = {
  takeInPiece: async () => newId(),
  seePacket: async () => newId(),
  seeSheet: sheetFor,
  confirmSheet: sheetFor,
  seeParcel: parcelFor,
  askPost: parcelFor,
  cancelParcel: parcelFor,
  settleDoubt: parcelFor,
  useParcel: broughtFor,
  seePostList: (house) => postListFor(house, 'to-post'),
  scanLabel: (house) => postListFor(house, 'from-post'),
  takeLabelOff: (house) => postListFor(house, 'from-post'),
  confirmPostList: (house) => scannedFor(house),
  dropPostList: (house) => postListFor(house, 'to-post'),
  takeBackSheet: sheetFor,
  endDelegation: delegation,
  seeFiling: filingWaiting,
  acceptFiling: filingWaiting,
  askFiling: filingWaiting,
  refuseFiling: filingWaiting,
  followSession: sessionPlanned,
  changeSession: sessionPlanned,
  seeHomeVisit: homeVisitAsked,
  changeHomeVisit: homeVisitAsked,
}

/** A copy of the first paper, compared where that is wanted. */
async function copyOf(house: House, { code, components }: SeenDossier, isCertified = false) {
  const id = newId()
  const form = formOf({ id, component: components[0]?.component }, [new Uint8Array(textPdf(1))])
  await house.send('clerk', 'POST', `/dossiers/${code}/scans`, form)
  const note = 'Đã đối chiếu với bản chính'
  if (isCertified) await house.send('clerk', 'POST', `/dossiers/${code}/scans/certify`, { scan: id, note })
  return id
}

/** Made once for a dossier, as making a copy takes its time. */
const made = new Map<string, Promise<string>>()
function once(key: string, make: () => Promise<string>): Promise<string> {
  const before = made.get(key) ?? make()
  made.set(key, before)
  return before
}
/** What the applicant was told of a dossier. */
async function noticeAbout({ clock }: House, { code }: SeenDossier): Promise<string> {
  await makeNotices({ centre: hall.centre, now: clock.now, notices: NOTICES })
  const held = await holdDossier(hall.centre, code)
  const [notice] = await noticesOf(hall.centre, held?.id ?? '', 1)
  return notice?.id ?? ''
}

async function bodyFor(house: House, name: string, seen: SeenDossier): Promise<object> {
  const command = { id: newId(), version: seen.version, step: seen.step.key }
  switch (name) {
    case 'reportMessage':
      return { id: newId(), report: 'delivered', signature: 'ab'.repeat(32) }
    case 'followDossier':
      return { code: seen.code, key: '0000000000' }
    case 'signIn':
      return { name: 'nobody', password: 'nothing' }
    case 'receiveDossier':
      return house.toReceive()
    case 'receiveSeveral': {
      const { procedure, channel, placeOfReceipt, applicant } = await house.toReceive()
      const head = { id: newId(), procedure, channel, placeOfReceipt, applicant, case: 'default' }
      return { ...head, returnWish: { way: 'counter' }, papersSeen: true, rows: [{ place: 0 }] }
    }
    case 'digitise':
      return formOf({ id: newId(), component: seen.components[0]?.component }, [new Uint8Array(textPdf(1))])
    case 'certifyCopy':
      return { scan: await once(name, () => copyOf(house, seen)), note: 'Đã đối chiếu với bản chính' }
    case 'reuseCopy': {
      const from = await once(name, async () => copyOf(house, await dossierAt(house, undefined), true))
      return { id: newId(), from, component: seen.components[0]?.component, purpose: 'Cấp bản sao' }
    }
    case 'lookForCopies':
      return { placeOfReceipt: 'HCC-TN', idNumber: seen.owner.idNumber }
    case 'delegateApproval':
      return aDelegation()
    case 'turnAway':
      return {
        id: newId(),
        kind: 'refusal',
        procedure: seen.procedure,
        placeOfReceipt: 'HCC-TN',
        applicant: { kind: 'citizen', name: 'Trần Thị Lý' },
        reason: 'x',
        ground: 'y',
        instead: 'z',
      }
    case 'planSessions':
      return aPlan()
    case 'changeSession':
      return { id: newId(), version: 1, type: 'PublishSession' }
    case 'askHomeVisit':
      return { ...A_HOME_VISIT, id: newId() }
    case 'changeHomeVisit':
      return { id: newId(), version: 1, type: 'RecordHomeContact', way: 'call', outcome: 'reached' }
    case 'acceptFiling':
      return { id: newId(), version: 1, placeOfReceipt: 'HCC-TN' }
    case 'askFiling':
      return { id: newId(), version: 1, items: [{ wrong: 'x', todo: 'y', ground: 'z' }] }
    case 'refuseFiling':
      return { id: newId(), version: 1, reason: 'x', ground: 'y', instead: 'z' }
    case 'writeNote':
      return { id: newId(), text: 'Đã gọi điện hẹn người nộp' }
    case 'tellAgain':
      return { id: newId(), notice: await noticeAbout(house, seen) }
    case 'recordCall':
      return { id: newId(), way: 'telephone', outcome: 'told' }
    case 'saveDraft':
      return { id: newId(), on: 0, why: 'Soạn lần đầu' }
    case 'commentOnDraft': {
      const first = { id: newId(), on: 0, why: 'Soạn lần đầu' }
      await house.send('handler', 'POST', `/dossiers/${seen.code}/drafts`, first)
      return { id: newId(), version: 1, text: 'Ghi rõ lý do' }
    }
    case 'sendBack':
      return { ...command, to: seen.backTo[0]?.key, comment: 'x' }
    case 'requestSupplement':
      return { ...command, ...ASKED }
    case 'proposeRefusal':
      return { ...command, ...REFUSED }
    case 'stopDossier':
      return { ...command, ...STOPPED }
    case 'draftApology':
      return { ...command, ...APOLOGY }
    case 'sendApology':
      return { ...command, way: 'counter' }
    case 'dropApology':
      return { ...command, comment: 'Kịp trong hạn' }
    case 'askOpinion':
      return { ...command, ...OPINION }
    case 'assessFee':
      return { ...command, ...FEE }
    case 'takePayment':
      return { ...command, ...PAID }
    case 'cancelPayment':
      return { ...command, payment: seen.payments?.[0]?.key, reason: 'Nhầm' }
    case 'askRefund':
      return { ...command, payment: seen.payments?.[0]?.key, dong: 8000, ...REFUND }
    case 'dropRefund':
      return { ...command, comment: 'Không có căn cứ' }
    case 'correctContact':
      return { ...command, party: 'owner', name: seen.owner.name, phone: '0987654321', why: 'Đổi số' }
    case 'changeReturnWish':
      return { ...command, way: 'home', address: 'Khu 3' }
    case 'proposeCorrection':
      return { ...command, ...CORRECTION }
    case 'voidNumber':
      return { ...command, reason: 'In hỏng' }
    case 'dropCorrection':
      return { ...command, comment: 'x' }
    case 'recordOpinion':
      return { ...command, consultation: seen.consultations?.[0]?.key, answer: 'Không vướng' }
    case 'promptApplicant':
      return { ...command, way: 'telephone', outcome: 'told' }
    case 'handOverPapers':
      return { id: newId(), from: 'HCC-TN', to: 'TP', dossiers: [seen.code] }
    case 'confirmSheet':
      return { id: newId(), lines: [{ code: seen.code, isTaken: true }] }
    case 'orderParcel':
      return { id: newId(), phone: '0912345678', to: { line: 'Khu 3', ward: '07069' }, isCollecting: true }
    case 'chargePostage':
      return { id: newId(), to: { line: 'Khu 3', ward: '07069' } }
    case 'cancelParcel':
      return { reason: 'Đến lấy' }
    case 'settleDoubt':
      return { note: 'Bưu điện nhầm' }
    case 'useParcel':
      return { code: seen.code }
    case 'openPostList':
      return { id: newId(), kind: 'to-post' }
    case 'scanLabel':
    case 'takeLabelOff':
      return { label: `EK${String(800_000_000 + labels).padStart(9, '0')}VN` }
    case 'confirmPostList':
      return { id: newId(), declared: 1, worker: { name: 'Phạm Văn Thư', number: 'BĐ-0123' } }
    case 'dropPostList':
      return { id: newId() }
    case 'takeBackSheet':
      return { id: newId(), reason: 'Lập nhầm' }
    case 'findPaper':
      return { ...command, paper: '0', how: 'found', note: 'Kẹp nhầm' }
    case 'completePart':
      return { ...command, part: 'insurance-card', result: 'Đã cấp thẻ' }
    case 'sendPartBack':
      return { ...command, part: 'insurance-card', reason: 'Thiếu giấy' }
    case 'askPartAgain':
      return { ...command, part: 'insurance-card', comment: 'Đã bổ sung' }
    case 'giveUpPart':
      return { ...command, part: 'insurance-card', ...REFUSED }
    case 'notifyObligation':
      return { ...command, ...NOTICE }
    case 'withdrawObligation':
      return { ...command, obligation: seen.obligations?.[0]?.key, reason: 'Tính lại' }
    case 'meetObligation':
      return { ...command, obligation: seen.obligations?.[0]?.key, ...PAID_AT_BANK }
    case 'assignDossier':
      return { ...command, to: handler() }
    case 'handBackResult':
      return { ...command, way: 'counter', receiver: { name: 'Nguyễn Thị Hương' }, proof: SIGNED_FOR }
    case 'openTill':
      return { id: newId(), on: '2019-03-05', dong: 200_000 }
    case 'closeCashSheet':
      return { id: newId(), on: '2019-03-01' }
    case 'takeOverCash': {
      const on = '2019-02-28'
      const closed = await house.send('cashier', 'POST', '/cash/day/close', { id: newId(), on })
      const { sheets } = Object((await house.send('director', 'GET', `/cash/day?on=${on}`)).body)
      return { on, sheet: closed.status === 200 ? Object(closed.body).id : sheets[0].closed.id }
    }
    case 'registerDevice':
      return { code: '2222222222', name: 'Máy tính bảng', publicKey: A_KEY }
    default:
      return command
  }
}

const A_POINT = 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4'
const A_KEY = { kty: 'EC', crv: 'P-256', x: A_POINT, y: A_POINT }
const WHO: { readonly [may: string]: string } = { everybody: 'public', device: 'device' }
const METHODS = { get: 'GET', post: 'POST', put: 'PUT' } as const

test.each(ROUTES.map((route) => [route.name, route] as const))('who may %s', async (name, route) => {
  const expected = EXPECTED[name]
  if (!expected) throw new Error(`nobody said who may ${name}`)
  expect(route.who).toBe(WHO[String(expected.may)] ?? 'staff')
  const house = testHouse(hall, name === 'tellAgain' ? NOTICES : undefined, IDLE_POST)
  const named = NAMED[name]
  let seen = await dossierAt(house, expected.at)
  let id = (await named?.(house, seen)) ?? ''
  for (const person of [null, ...STAFF]) {
    const path = route.path
      .replace('{code}', seen.code)
      .replace('{key}', '2.000748')
      .replace('{unit}', 'TP')
      .replace('{id}', id)
      .replace('{place}', '0')
    const isWindow = name === 'followSessions' || name === 'seeHomeFigures'
    const query = isWindow
      ? '?from=2019-03-01&until=2019-03-31'
      : name === 'seeFigures' || name === 'seeCashSheet'
        ? '?on=2019-03-05'
        : ''
    const method = METHODS[route.method]
    const isSent = route.method === 'post' && route.body !== NO_BODY
    const body = isSent ? await bodyFor(house, name, seen) : undefined
    const answer = await house.send(person, method, path + query, body, {
      'x-test-address': `192.0.2.${person}`,
    })
    const code = Object.assign({ code: 'none' }, answer.body).code
    const where = `${person ?? 'the public'} at ${name}`
    if (expected.may === 'everybody')
      expect([401, 403].includes(answer.status) && code !== 'wrong-name-or-password', where).toBe(false)
    // No session of a person is a device, whoever it is.
    else if (expected.may === 'device')
      expect([where, answer.status, code]).toEqual([where, 401, 'device-unknown'])
    else if (person === null) expect([where, answer.status, code]).toEqual([where, 401, 'sign-in-needed'])
    else if (expected.may === 'staff' || expected.may.includes(person)) {
      expect(answer.status, where).toBeLessThan(300)
      if (expected.at !== undefined) seen = await dossierAt(house, expected.at)
      if (named) id = await named(house, seen)
    } else
      expect([where, answer.status, code]).toEqual([
        where,
        403,
        expected.otherwise?.[person] ?? 'not-permitted',
      ])
  }
  expect(house.faults).toEqual([])
})

test('the app answers at no address that is not in the list of routes, but for the pages that explain it', () => {
  const { app } = testHouse(hall)
  const known = ROUTES.map(
    ({ method, path }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  )
  const pages = ['', '/openapi.json', '/reference.css', '/problems', '/problems/:code'].map(
    (path) => `GET /api/v1${path}`,
  )
  const mounted = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect(new Set(mounted)).toEqual(new Set([...known, ...pages, 'GET /api']))
})
