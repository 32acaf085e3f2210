import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { NoticeWish } from '#domain/dossier/notice-wish.ts'
import type { NoticeKind, NoticeSubject } from '#domain/notices/notice.ts'
import type { ToldOf } from '#domain/notices/receiver.ts'
import { isOvertaken } from '#domain/notices/told.ts'
import {
  isFeedbackOvertaken,
  isFilingOvertaken,
  isHomeVisitOvertaken,
  isPacketOvertaken,
  isRegistrationOvertaken,
} from '#domain/notices/told-otherwise.ts'
import { readContact } from '#domain/people/contact.ts'
import type { Centre } from '#store/database.ts'
import { holdDossier } from '#store/dossiers.ts'
import { dossiersOfIds } from '#store/dossiers-of-ids.ts'
import { feedbackByCode, feedbackById, type KeptFeedback } from '#store/feedback.ts'
import { filingOfCode, type HeldFiling, holdFiling } from '#store/filings.ts'
import { paperOfPacket, type PaperToTell } from '#store/field-papers.ts'
import type { SoughtAccount } from '#store/notice-receivers.ts'
import { homeRequestByCode, homeRequestById, type KeptHomeRequest } from '#store/home-requests.ts'
import { type RegistrationToTell, registrationToTell } from '#store/outreach-sessions.ts'

/** What somebody is told about, whichever it is: as much of it as telling needs. */
export interface Subject {
  readonly about: NoticeSubject
  readonly id: string
  readonly code: string
  readonly receivedAt: Moment
  /** The unit to go to with questions; null where it is the centre. */
  readonly unit: string | null
  readonly told: ToldOf
  readonly sought: SoughtAccount
  isOvertaken(kind: NoticeKind): boolean
  readonly paths: SubjectPaths
  /** What came together with it, in one visit. */
  readonly visit?: string | undefined
}

interface SubjectPaths {
  /** Where the account sees it to which it belongs. */
  readonly own: string
  /** Where anybody sees it who has its key. */
  readonly byKey: string
  /** The same for a message, where each character costs. */
  readonly short: string
}

const LOOK_UP = '/tra-cuu'
const FOLLOW_FEEDBACK = '/gop-y/theo-doi'
const REGISTERED = '/luu-dong/dang-ky'
const FOLLOW_VISIT = '/tai-nha/theo-doi'

export function dossierSubject({ id, dossier }: { id: string; dossier: Dossier }): Subject {
  const { code, receivedAt, placeOfReceipt, applicant, notices, filedBy, visit } = dossier
  return {
    about: 'dossier',
    id,
    code,
    receivedAt,
    unit: placeOfReceipt,
    told: dossier,
    sought: {
      about: id,
      account: filedBy?.account ?? null,
      number: applicant.idNumber,
      phone: notices?.way === 'email' ? null : applicant.phone,
      email: notices?.email ?? null,
    },
    isOvertaken: (kind) => isOvertaken(kind, dossier),
    paths: {
      own: `/toi/ho-so/${encodeURIComponent(code)}`,
      byKey: `${LOOK_UP}?ma=${encodeURIComponent(code)}`,
      short: LOOK_UP,
    },
    visit,
  }
}

function filingSubject({ id, filing }: HeldFiling): Subject {
  const { code, submittedAt, placeOfSupport, applicant, contact, by } = filing
  const named = reached(applicant.phone, contact.email)
  return {
    about: 'filing',
    id,
    code,
    receivedAt: submittedAt,
    unit: placeOfSupport,
    told: named,
    sought: {
      about: id,
      account: by.citizen,
      number: applicant.idNumber,
      phone: named.applicant.phone,
      email: named.notices?.email ?? null,
    },
    isOvertaken: (kind) => isFilingOvertaken(kind, filing),
    paths: {
      own: `/nop/ho-so/${id}`,
      byKey: `${LOOK_UP}?ma=${encodeURIComponent(code)}`,
      short: LOOK_UP,
    },
  }
}

function feedbackSubject({ id, code, state, citizen, contact }: KeptFeedback): Subject {
  const read = contact === null ? null : readContact(contact)
  const phone = read?.way === 'phone' ? read.address : null
  const email = read?.way === 'email' ? read.address : null
  return {
    about: 'feedback',
    id,
    code,
    receivedAt: state.receivedAt,
    unit: null,
    told: reached(phone, email),
    sought: { about: id, account: citizen, number: null, phone, email },
    isOvertaken: isFeedbackOvertaken,
    paths: {
      own: `/toi/gop-y/${encodeURIComponent(code)}`,
      byKey: FOLLOW_FEEDBACK,
      short: FOLLOW_FEEDBACK,
    },
  }
}

/** A time registered at a session; it has no code but the one the person was given, so that its id stands for it. */
function registrationSubject(registration: RegistrationToTell): Subject {
  const { id, phone, citizen, registeredAt, isGivenBack, session } = registration
  return {
    about: 'registration',
    id,
    code: id,
    receivedAt: registeredAt,
    unit: null,
    told: reached(phone, null),
    sought: { about: id, account: citizen, number: null, phone, email: null },
    isOvertaken: (kind) => isRegistrationOvertaken(kind, { stage: session.stage, isGivenBack }),
    paths: { own: REGISTERED, byKey: REGISTERED, short: REGISTERED },
  }
}

/** A visit at home; where the person has no telephone, whoever opens the door is told. */
function homeVisitSubject({ id, code, state, citizen, phone, contactPhone }: KeptHomeRequest): Subject {
  const told = reached(phone ?? contactPhone, null)
  return {
    about: 'home-visit',
    id,
    code,
    receivedAt: state.askedAt,
    unit: null,
    told,
    sought: { about: id, account: citizen, number: null, phone: told.applicant.phone, email: null },
    isOvertaken: (kind) => isHomeVisitOvertaken(kind, state),
    paths: { own: FOLLOW_VISIT, byKey: FOLLOW_VISIT, short: FOLLOW_VISIT },
  }
}

/** What was taken in outside and is no dossier: its number may be another's, so that the packet's id stands for it. */
function packetSubject({ packet, code, phone, stage, arrivedAt, receivedAt }: PaperToTell): Subject {
  const byKey = `${LOOK_UP}?ma=${encodeURIComponent(code)}`
  return {
    about: 'packet',
    id: packet,
    code: packet,
    receivedAt: receivedAt ?? arrivedAt,
    unit: null,
    told: reached(phone, null),
    sought: { about: packet, account: null, number: null, phone, email: null },
    isOvertaken: (kind) => isPacketOvertaken(kind, stage),
    paths: { own: byKey, byKey, short: LOOK_UP },
  }
}

/** By the telephone that was named, otherwise by the mailbox. */
function reached(phone: string | null, email: string | null) {
  const notices: NoticeWish | undefined =
    phone === null && email !== null ? { way: 'email', email } : undefined
  return { applicant: { phone }, ...(notices && { notices }) }
}

interface ByCode {
  readonly about?: NoticeSubject
  readonly code: string
}

/** What of these codes there is, each once. */
export async function subjectsOfCodes(
  centre: Centre,
  asked: readonly ByCode[],
): Promise<ReadonlyMap<string, Subject>> {
  const of = (about: NoticeSubject) => [
    ...new Set(asked.flatMap((one) => ((one.about ?? 'dossier') === about ? one.code : []))),
  ]
  return new Map(
    (
      await Promise.all([
        ...of('dossier').map(async (code) => found(await holdDossier(centre, code), dossierSubject)),
        ...of('filing').map(async (code) => found(await filingOfCode(centre, code), filingSubject)),
        ...of('feedback').map(async (code) => found(await feedbackByCode(centre, code), feedbackSubject)),
        ...of('registration').map(async (id) =>
          found(await registrationToTell(centre, id), registrationSubject),
        ),
        ...of('home-visit').map(async (code) =>
          found(await homeRequestByCode(centre, code), homeVisitSubject),
        ),
        ...of('packet').map(async (id) => found(await paperOfPacket(centre, id), packetSubject)),
      ])
    ).flatMap((subject) => (subject ? [[subject.code, subject] as const] : [])),
  )
}

interface ById {
  readonly about: NoticeSubject
  readonly aboutId: string
}

/** What notices are about, by id. */
export async function subjectsOfIds(
  centre: Centre,
  asked: readonly ById[],
): Promise<ReadonlyMap<string, Subject>> {
  const of = (about: NoticeSubject) => [
    ...new Set(asked.flatMap((one) => (one.about === about ? one.aboutId : []))),
  ]
  const dossiers = of('dossier')
  const held = dossiers.length === 0 ? [] : [...(await dossiersOfIds(centre, dossiers)).values()]
  const others = await Promise.all([
    ...of('filing').map(async (id) => found(await holdFiling(centre, id), filingSubject)),
    ...of('feedback').map(async (id) => found(await feedbackById(centre, id), feedbackSubject)),
    ...of('registration').map(async (id) => found(await registrationToTell(centre, id), registrationSubject)),
    ...of('home-visit').map(async (id) => found(await homeRequestById(centre, id), homeVisitSubject)),
    ...of('packet').map(async (id) => found(await paperOfPacket(centre, id), packetSubject)),
  ])
  return new Map(
    [...held.map(dossierSubject), ...others].flatMap((one) => (one ? [[one.id, one] as const] : [])),
  )
}

const found = <Row>(row: Row | undefined, subject: (row: Row) => Subject) => (row ? subject(row) : undefined)
