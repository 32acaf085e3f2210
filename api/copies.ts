import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { isRefusal, type Outcome, type RefusalCode, refuse } from '#domain/outcome.ts'
import { ComponentToDigitise, CopiesToLookFor, CopyToCertify, CopyToReuse } from '#shapes/scans.ts'
import type { Desk } from '#work/desk.ts'
import { certifyCopy } from '#work/digitising/certify-copy.ts'
import { digitise } from '#work/digitising/digitise.ts'
import { reuseCopy } from '#work/digitising/reuse-copy.ts'
import { lookForCopies, seeHeldCopies } from '#work/digitising/see-held-copies.ts'
import { MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import { listScans, type SeenScan as Seen, seeScans } from '#work/scanning/see-scans.ts'
import { FoundCopies, SeenHeldCopies, SeenScan, SeenScans } from './answers/copies.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { NO_BODY, NONE, route } from './route.ts'

const SCAN = '0197a5c3-1f7e-7a2b-8c4d-5e6f7a8b9c0d'
const group = 'digitising'
const who = 'staff'
const answer = { status: 200, name: 'SeenScan', schema: SeenScan, description: 'As it stands now' } as const
const ON_DOSSIER: readonly RefusalCode[] = ['no-such-dossier', 'not-permitted']
const UPLOADED: readonly RefusalCode[] = [
  'scan-empty',
  'scan-too-large',
  'scan-of-no-kind',
  'scan-cut-off',
  'scan-locked',
  'scan-active',
  'scan-bomb',
  'scan-too-many-pages',
  'scan-too-many-files',
  'scan-unreadable',
  'scan-too-slow',
]
const SIGNED: readonly RefusalCode[] = [
  'key-not-opened',
  'key-not-of-certificate',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-for-other-purpose',
  'certificate-revoked',
  'signing-declined',
  'signing-unanswered',
  'signature-invalid',
  'no-time-stamp',
  'issuer-silent',
  'document-not-signable',
  'document-unreadable',
]

/** Papers become copies the centre holds: made, certified, looked for and used again. */
export const COPY_ROUTES = [
  route({
    method: 'get',
    path: '/dossiers/{code}/scans',
    name: 'seeScans',
    group,
    summary: { vi: 'Giấy tờ đã quét, số hóa đến đâu', en: 'What is scanned, and how far it is digitised' },
    who,
    action: 'see-dossier',
    params: OfDossier,
    query: NONE,
    body: NO_BODY,
    answer: { status: 200, name: 'SeenScans', schema: SeenScans, description: 'The access is recorded' },
    problems: ON_DOSSIER,
    async handle({ desk, params }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : listScans(desk, code)
    },
  }),
  route({
    method: 'post',
    path: '/dossiers/{code}/scans',
    name: 'digitise',
    group,
    summary: { vi: 'Số hóa một giấy tờ từ các trang quét', en: 'Make one copy of the pages of a paper' },
    who,
    action: 'digitise',
    params: OfDossier,
    query: NONE,
    body: {
      name: 'ComponentToDigitise',
      schema: ComponentToDigitise,
      example: { id: SCAN, component: 'to-khai-thay-doi-cai-chinh', declaredPages: 2, turns: [0, 180] },
      files: { most: UPLOAD_LIMITS.files, mostBytes: MOST_UPLOAD_BYTES },
    },
    answer: { ...answer, description: 'One PDF/A, to be compared with the original and certified' },
    problems: [...ON_DOSSIER, 'no-such-component', 'no-such-case', 'command-id-reused', ...UPLOADED],
    async handle({ desk, params, body, files }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : standing(desk, code, body.id, await digitise(desk, code, body, files))
    },
  }),
  route({
    method: 'post',
    path: '/dossiers/{code}/scans/certify',
    name: 'certifyCopy',
    group,
    summary: { vi: 'Chứng nhận bản số hóa đúng với bản giấy', en: 'Certify a copy as true to the paper' },
    who,
    action: 'digitise',
    params: OfDossier,
    query: NONE,
    body: {
      name: 'CopyToCertify',
      schema: CopyToCertify,
      example: { scan: SCAN, validUntil: '2024-03-04', note: 'Trang 2 mờ, đã đối chiếu với bản chính' },
    },
    answer,
    problems: [...ON_DOSSIER, 'no-such-scan', 'certified-already', 'findings-unanswered', ...SIGNED],
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : standing(desk, code, body.scan, await certifyCopy(desk, code, body))
    },
  }),
  route({
    method: 'get',
    path: '/dossiers/{code}/held-copies',
    name: 'seeHeldCopies',
    group,
    summary: { vi: 'Bản số hóa đã có của chủ hồ sơ', en: 'Copies already held of the owner’s papers' },
    who,
    action: 'digitise',
    params: OfDossier,
    query: NONE,
    body: NO_BODY,
    answer: {
      status: 200,
      name: 'SeenHeldCopies',
      schema: SeenHeldCopies,
      description: 'The look is recorded at every dossier it touched',
    },
    problems: ON_DOSSIER,
    async handle({ desk, params }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : seeHeldCopies(desk, code)
    },
  }),
  route({
    method: 'post',
    path: '/dossiers/{code}/held-copies/reuse',
    name: 'reuseCopy',
    group,
    summary: { vi: 'Dùng lại bản số hóa đã có', en: 'Let a held copy stand for a paper' },
    who,
    action: 'digitise',
    params: OfDossier,
    query: NONE,
    body: {
      name: 'CopyToReuse',
      schema: CopyToReuse,
      example: {
        id: '0197a5c3-2a44-7b0c-8f11-6d0c2b9e7a35',
        from: SCAN,
        component: 'to-khai-thay-doi-cai-chinh',
        purpose: 'Cải chính hộ tịch',
      },
    },
    answer,
    problems: [
      ...ON_DOSSIER,
      'no-such-case',
      'no-such-component',
      'no-such-scan',
      'copy-not-reusable',
      'command-id-reused',
    ],
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : standing(desk, code, body.id, await reuseCopy(desk, code, body))
    },
  }),
  route({
    method: 'post',
    path: '/held-copies',
    name: 'lookForCopies',
    group,
    summary: {
      vi: 'Tìm bản số hóa đã có của một người, trước khi tiếp nhận',
      en: 'Look for copies held of a person, before receiving',
    },
    who,
    action: 'digitise',
    params: NONE,
    query: NONE,
    body: {
      name: 'CopiesToLookFor',
      schema: CopiesToLookFor,
      example: { placeOfReceipt: 'HCC-TN', idNumber: '022188001234' },
    },
    answer: {
      status: 200,
      name: 'FoundCopies',
      schema: FoundCopies,
      description: 'The look is recorded at every dossier it touched; the number stands in no address',
    },
    problems: ['not-permitted'],
    async handle({ desk, body }) {
      const copies = await lookForCopies(desk, body)
      return isRefusal(copies) ? copies : { copies }
    },
  }),
]

/** A scan as it stands beside the dossier after something was done to it. */
async function standing(desk: Desk, code: string, id: string, done: Outcome<true>): Promise<Outcome<Seen>> {
  if (isRefusal(done)) return done
  const seen = await seeScans(desk, code)
  if (isRefusal(seen)) return seen
  return seen.scans.find((scan) => scan.id === id) ?? refuse('no-such-scan')
}
