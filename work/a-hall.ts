import { hasPost, mandateOn, type Post, type Staff } from '#domain/people/may.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { Centre } from '#store/database.ts'
import { seeStaff } from './reading/see-staff.ts'
import { bookOf } from './centre-book.ts'
import { type ChangeGiven, changeDossier } from './change-dossier.ts'
import { newId } from './chance.ts'
import type { Desk } from './desk.ts'
import { type Receipt, receiveDossier } from './intake/receive-dossier.ts'
import type { HandOverProof } from '#domain/dossier/hand-over.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'

/** A hall with its people, for tests: whoever is needed stands at a desk. */
export interface Hall {
  readonly centre: Centre
  readonly staff: readonly Staff[]
  /** Somebody in that post, at a desk at that moment. */
  deskOf(post: Post, unit: string, now?: Temporal.Instant): Desk
}

/** Tuesday 5 March 2019, 08:00 in Vietnam. */
export const EIGHT = Temporal.Instant.from('2019-03-05T01:00:00Z')

export async function aHall(centre: Centre): Promise<Hall> {
  const staff = await seeStaff(centre)
  return {
    centre,
    staff,
    deskOf(post, unit, now = EIGHT) {
      const actor = staff.find(
        (one) =>
          hasPost(one, post, unit, '2019-03-05') &&
          (post !== 'approver' || mandateOn(one, unit, '2019-03-05')),
      )
      if (!actor) throw new Error(`nobody is ${post} at ${unit}`)
      return { centre, now, actor }
    },
  }
}

/** A dossier somebody hands in at the counter: a change of a cooperative's registration, three working days, free. */
export function aDossierToReceive(over: Partial<DossierToReceive> = {}): DossierToReceive {
  return {
    id: newId(),
    procedure: '1.004979',
    case: 'default',
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    placeOfSupport: null,
    applicant: {
      kind: 'citizen',
      name: 'Nguyễn Thị Hương',
      idNumber: '100123456',
      phone: '0912345678',
      address: 'Khu 3, phường Mạo Khê',
    },
    owner: null,
    components: [],
    copiesWanted: 1,
    returnWish: { way: 'counter', address: null },
    ...over,
  }
}

/** The same with every paper the procedure asks for. */
export async function aCompleteDossier(
  hall: Hall,
  over: Partial<DossierToReceive> = {},
): Promise<DossierToReceive> {
  const given = aDossierToReceive(over)
  const [procedure] = (await bookOf(hall.centre)).procedures.get(given.procedure) ?? []
  const components = procedure?.cases.find((one) => one.key === given.case)?.components ?? []
  return {
    ...given,
    components: components
      .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
      .map(({ key, original, certified, copy }) => ({
        component: key,
        original,
        certified,
        copy,
        insteadOfPaper: null,
      })),
  }
}

/** The value, or the test fails with the refusal. */
export function allowed<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

/** Receives a complete dossier at the counter it names, that of the centre where it names none. */
export async function received(hall: Hall, over: Partial<DossierToReceive> = {}): Promise<Receipt> {
  const given = await aCompleteDossier(hall, over)
  return allowed(await receiveDossier(hall.deskOf('clerk', given.placeOfReceipt), given))
}

/** The card was seen and the slip signed. */
export const SIGNED_FOR: HandOverProof = {
  identity: { paper: 'identity-card', number: '100123456', how: 'seen', whyDiffers: 'Đã đổi thẻ' },
  acknowledged: { how: 'signed-slip', reference: null },
  sent: null,
  slip: null,
  withdrawn: [],
  papersBack: null,
  together: null,
}

/** The command a step is done with. */
export function commandAt(
  step: Pick<Step, 'kind'>,
  at: { version: number; step: string; isReady?: boolean },
): ChangeGiven {
  const on = { id: newId(), version: at.version, step: at.step }
  if (at.isReady)
    return {
      ...on,
      type: 'HandBack',
      way: 'counter',
      receiver: { name: 'Nguyễn Thị Hương', idNumber: '100123456', isAuthorised: false },
      proof: SIGNED_FOR,
    }
  if (step.kind === 'approve') return { ...on, type: 'ApproveResult', note: null }
  if (step.kind === 'seal') return { ...on, type: 'SealResult' }
  if (step.kind === 'return') return { ...on, type: 'MarkReady' }
  if (step.kind === 'competent-receipt') return { ...on, type: 'ReceiveAsCompetent' }
  return { ...on, type: 'CompleteStep', note: null }
}

const WHY = { reason: 'Đất đang tranh chấp', ground: 'Luật Đất đai 2013, Điều 188' }

/** What the commands off the straight road are given besides the version and the step. */
export const BRANCH_GIVEN = {
  ProposeRefusal: { ...WHY, instead: null },
  StopDossier: { ...WHY, why: 'asked-by-citizen', papersReturned: 'Tờ khai', money: 'nothing-paid' },
  DraftApology: { cause: 'complex', reason: 'Phải xác minh thêm', promisedOn: '2019-06-14' },
  ConsentToApology: {},
  SignApology: {},
  SendApology: { way: 'counter' },
  DropApology: { comment: 'Kịp trong hạn' },
  AskOpinion: { body: 'Phòng QLĐT', question: 'Có vướng quy hoạch không?', answerBy: '2019-06-14' },
  RecordOpinion: { consultation: '01940000-0000-7000-8000-000000000009', answer: 'Không vướng' },
  PromptApplicant: { way: 'telephone', outcome: 'told', note: 'Hẹn mang giấy đến thứ Năm' },
  AssessFee: { lines: [{ kind: 'fee', name: 'Lệ phí', dong: 8000 }], exemption: null },
  ChargePostage: { isCollected: false, lines: [{ kind: 'postage', name: 'Cước bưu chính', dong: 30_000 }] },
  TakePayment: { way: 'cash', dong: 8000 },
  CancelPayment: { payment: '01940000-0000-7000-8000-000000000009', reason: 'Ghi nhầm hình thức' },
  CorrectContact: {
    party: 'applicant',
    name: 'Nguyễn Thị Hương',
    phone: '0987654321',
    address: null,
    why: 'Đổi số',
  },
  ChangeReturnWish: { way: 'home', address: 'Khu 3, phường Mạo Khê' },
  ProposeCorrection: {
    what: 'identity',
    party: 'owner',
    name: 'Nguyễn Thị Hường',
    idNumber: '100123457',
    ground: 'Căn cước công dân',
  },
  ConfirmCorrection: {},
  DropCorrection: { comment: 'Không có căn cứ' },
  FindPaper: { paper: '0', how: 'found', note: 'Kẹp nhầm' },
  NotifyObligation: {
    body: 'Chi cục Thuế thị xã Đông Triều',
    number: 'LTB 120/TB-CCT',
    issuedOn: '2019-03-05',
    what: 'Lệ phí trước bạ nhà, đất',
    dong: 5_000_000,
    payBy: '2019-04-04',
  },
  WithdrawObligation: { obligation: '01940000-0000-7000-8000-000000000009', reason: 'Tính lại' },
  MeetObligation: {
    obligation: '01940000-0000-7000-8000-000000000009',
    paidOn: '2019-03-05',
    dong: 5_000_000,
    proof: 'GNT 0045',
    channel: 'counter',
  },
  CompletePart: { part: 'registration-fee', documentNumber: 'LTB 120', result: 'Đã ra thông báo' },
  SendPartBack: { part: 'registration-fee', reason: 'Thiếu hợp đồng' },
  AskPartAgain: { part: 'registration-fee', comment: 'Đã bổ sung hợp đồng' },
  GiveUpPart: { part: 'registration-fee', ...WHY },
  AgreeToRefund: {},
  DropRefund: { comment: 'Không có căn cứ' },
  AskRefund: {
    payment: '01940000-0000-7000-8000-000000000009',
    dong: 8000,
    reason: 'Rút hồ sơ',
    ground: 'Luật Phí và lệ phí 2015',
  },
} as const

/** Takes a dossier through its process to the hand-over, each step by somebody in its post. */
export async function takenToTheEnd(hall: Hall, receipt: Receipt, procedureKey = '1.004979') {
  const [procedure] = (await bookOf(hall.centre)).procedures.get(procedureKey) ?? []
  let lying: { version: number; step: string; isReady: boolean } = { ...receipt, isReady: false }
  for (;;) {
    const step = procedure?.steps.find((one) => one.key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    const desk = hall.deskOf(step.post, step.unit)
    const changed = allowed(await changeDossier(desk, receipt.code, commandAt(step, lying)))
    if (changed.stage === 'returned') return changed
    lying = { version: changed.version, step: changed.step, isReady: changed.stage === 'ready' }
  }
}
