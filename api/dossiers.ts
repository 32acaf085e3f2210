import { isRefusal } from '#domain/outcome.ts'
import { ApplicantToTurnAway, DossierToReceive } from '#shapes/dossier-commands.ts'
import { CallToRecord } from '#shapes/call-to-record.ts'
import { NoticeToSendAgain } from '#shapes/notice-to-send-again.ts'
import { NoteToWrite } from '#shapes/note-to-write.ts'
import { turnAway } from '#work/intake/turn-away.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { recordCall } from '#work/returning/record-call.ts'
import { tellAgain } from '#work/telling/tell-again.ts'
import { writeNote } from '#work/noting/write-note.ts'
import { seeAccess } from '#work/reading/see-access.ts'
import { seeDossier, type SeenDossier as Seen } from '#work/reading/see-dossier.ts'
import {
  Accesses,
  Receipt,
  RecordedCall,
  ToldAgain,
  SeenDossier,
  TurnedAway,
  WrittenNote,
} from './answers/dossier.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { toldRefusal } from './problem.ts'
import { NO_BODY, NONE, route } from './route.ts'

const receive = route({
  method: 'post',
  path: '/dossiers',
  name: 'receiveDossier',
  group: 'dossiers',
  summary: { vi: 'Tiếp nhận hồ sơ', en: 'Receive a dossier' },
  who: 'staff',
  action: 'receive-dossier',
  params: NONE,
  query: NONE,
  body: {
    name: 'DossierToReceive',
    schema: DossierToReceive,
    example: {
      id: '0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4d',
      procedure: '2.000635',
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Nguyễn Thị Hoà', phone: '0912345678' },
      components: [{ component: 'to-khai-cap-ban-sao-trich', original: 1 }],
      copiesWanted: 2,
    },
  },
  answer: { status: 201, name: 'Receipt', schema: Receipt, description: 'The dossier is received' },
  problems: [
    'not-permitted',
    'no-such-procedure',
    'procedure-not-in-force',
    'no-rule-set',
    'case-of-other-pages',
    'other-visit',
    'commune-needed',
    'no-commune-competent',
    'no-such-desk',
    'not-at-this-desk',
    'channel-of-own-desk',
    'not-handed-in-elsewhere',
    'returned-at-the-desk',
    'no-such-case',
    'channel-not-offered',
    'no-such-component',
    'component-counted-twice',
    'papers-missing',
    'no-such-unit',
    'return-address-needed',
    'mailbox-needed',
    'outside-calendar',
    'command-id-reused',
  ],
  handle: ({ desk, body }) => receiveDossier(desk, body),
  location: ({ code }) => `/api/v1/dossiers/${code}`,
})

const turnAwayRoute = route({
  method: 'post',
  path: '/turned-away',
  name: 'turnAway',
  group: 'dossiers',
  summary: {
    vi: 'Lập phiếu bổ sung hoặc từ chối khi không tiếp nhận',
    en: 'Receive nothing, and say why in writing',
  },
  who: 'staff',
  action: 'receive-dossier',
  params: NONE,
  query: NONE,
  body: {
    name: 'ApplicantToTurnAway',
    schema: ApplicantToTurnAway,
    example: {
      id: '0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4d',
      kind: 'refusal',
      procedure: '2.000635',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Nguyễn Thị Hoà', phone: '0912345678' },
      reason: 'Sổ gốc do xã khác lưu giữ',
      ground: 'Luật Hộ tịch 2014, Điều 63',
      instead: 'Ủy ban nhân dân xã nơi đăng ký khai sinh',
    },
  },
  answer: { status: 201, name: 'TurnedAway', schema: TurnedAway, description: 'The slip is made out' },
  problems: [
    'not-permitted',
    'no-such-procedure',
    'no-such-unit',
    'nothing-to-supplement',
    'asked-once-already',
    'command-id-reused',
  ],
  async handle({ desk, body }) {
    const slip = await turnAway(desk, body)
    return isRefusal(slip) ? slip : { id: slip.id, kind: slip.kind, at: slip.at }
  },
})

const see = route({
  method: 'get',
  path: '/dossiers/{code}',
  name: 'seeDossier',
  group: 'dossiers',
  summary: {
    vi: 'Một hồ sơ, lịch sử của nó và những việc tôi làm được',
    en: 'One dossier, its history and what I may do',
  },
  who: 'staff',
  action: 'see-dossier',
  params: OfDossier,
  query: NONE,
  body: NO_BODY,
  answer: { status: 200, name: 'SeenDossier', schema: SeenDossier, description: 'The access is recorded' },
  problems: ['no-such-dossier', 'not-permitted'],
  async handle({ desk, params }) {
    const code = namedDossier(params)
    if (isRefusal(code)) return code
    const seen = await seeDossier(desk, code)
    return isRefusal(seen) ? seen : shown(seen)
  },
})

const access = route({
  method: 'get',
  path: '/dossiers/{code}/accesses',
  name: 'seeAccess',
  group: 'supervision',
  summary: { vi: 'Ai đã xem hồ sơ này', en: 'Who has seen this dossier' },
  who: 'staff',
  action: 'see-access-records',
  params: OfDossier,
  query: NONE,
  body: NO_BODY,
  answer: { status: 200, name: 'Accesses', schema: Accesses, description: 'The latest 200' },
  problems: ['not-permitted', 'no-such-dossier'],
  async handle({ desk, params }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : seeAccess(desk, code)
  },
})

const note = route({
  method: 'post',
  path: '/dossiers/{code}/notes',
  name: 'writeNote',
  group: 'dossiers',
  summary: { vi: 'Ghi chú nội bộ về hồ sơ', en: 'Write an internal note on a dossier' },
  who: 'staff',
  action: 'write-note',
  params: OfDossier,
  query: NONE,
  body: {
    name: 'NoteToWrite',
    schema: NoteToWrite,
    example: { id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a', text: 'Đã gọi điện hẹn người nộp chiều mai' },
  },
  answer: {
    status: 200,
    name: 'WrittenNote',
    schema: WrittenNote,
    description: 'The note stands beside the history; the dossier itself is not changed',
  },
  problems: ['no-such-dossier', 'not-permitted', 'command-id-reused'],
  async handle({ desk, params, body }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : writeNote(desk, code, body)
  },
})

const call = route({
  method: 'post',
  path: '/dossiers/{code}/calls',
  name: 'recordCall',
  group: 'dossiers',
  summary: { vi: 'Ghi lần nhắc đến nhận kết quả', en: 'Record a call to fetch a result' },
  who: 'staff',
  action: 'record-call',
  params: OfDossier,
  query: NONE,
  body: {
    name: 'CallToRecord',
    schema: CallToRecord,
    example: {
      id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1b',
      way: 'telephone',
      outcome: 'told',
      note: 'Bà Lý hẹn sáng thứ Hai đến lấy',
    },
  },
  answer: {
    status: 200,
    name: 'RecordedCall',
    schema: RecordedCall,
    description: 'The call stands beside the history; the dossier itself is not changed',
  },
  problems: ['no-such-dossier', 'not-permitted', 'not-at-this-stage', 'nobody-to-tell', 'command-id-reused'],
  async handle({ desk, params, body }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : recordCall(desk, code, body)
  },
})

const again = route({
  method: 'post',
  path: '/dossiers/{code}/notices',
  name: 'tellAgain',
  group: 'dossiers',
  summary: { vi: 'Báo lại cho người nộp', en: 'Tell the applicant once more' },
  who: 'staff',
  action: 'act-for-lists',
  params: OfDossier,
  query: NONE,
  body: {
    name: 'NoticeToSendAgain',
    schema: NoticeToSendAgain,
    example: {
      id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1b',
      notice: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1c',
    },
  },
  answer: {
    status: 200,
    name: 'ToldAgain',
    schema: ToldAgain,
    description: 'It goes to wherever the applicant is told now, outside of quiet hours',
  },
  problems: ['no-such-dossier', 'not-permitted', 'no-such-notice', 'no-longer-so', 'nobody-to-tell'],
  async handle({ desk, params, body }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : tellAgain(desk, code, body)
  },
})

export const DOSSIER_ROUTES = [turnAwayRoute, receive, see, access, note, call, again]

/** A dossier with the reasons in words. What it has not come to yet is null, so that every answer has all fields. */
function shown(seen: Seen) {
  const { minutesLeft, may, unprintable, ...rest } = seen
  return {
    result: null,
    ...rest,
    minutesLeft,
    unprintable: unprintable && toldRefusal(unprintable),
    may: may.map(({ refusal, ...possibility }) => ({
      ...possibility,
      refusal: refusal && toldRefusal(refusal),
    })),
  }
}
