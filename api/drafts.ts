import { isRefusal } from '#domain/outcome.ts'
import { DraftCommentToWrite, DraftToSave } from '#shapes/result-drafts.ts'
import { commentOnDraft } from '#work/drafting/comment-on-draft.ts'
import { saveDraft } from '#work/drafting/save-draft.ts'
import { seeDrafts } from '#work/drafting/see-drafts.ts'
import { WrittenNote } from './answers/dossier.ts'
import { SavedDraft, SeenDrafts } from './answers/drafts.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { NO_BODY, NONE, route } from './route.ts'

const see = route({
  method: 'get',
  path: '/dossiers/{code}/drafts',
  name: 'seeDrafts',
  group: 'dossiers',
  summary: { vi: 'Xem mẫu kết quả và các dự thảo', en: 'See the result form of a dossier and its drafts' },
  who: 'staff',
  action: 'see-dossier',
  params: OfDossier,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'SeenDrafts',
    schema: SeenDrafts,
    description: 'Its fields and all versions; the access is recorded',
  },
  problems: ['no-such-dossier', 'not-permitted', 'no-result-form'],
  async handle({ desk, params }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : seeDrafts(desk, code)
  },
})

const save = route({
  method: 'post',
  path: '/dossiers/{code}/drafts',
  name: 'saveDraft',
  group: 'dossiers',
  summary: { vi: 'Lưu một phiên bản dự thảo kết quả', en: 'Save a version of the result' },
  who: 'staff',
  action: 'act-on-step',
  params: OfDossier,
  query: NONE,
  body: {
    name: 'DraftToSave',
    schema: DraftToSave,
    example: {
      id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a',
      on: 0,
      why: 'Soạn lần đầu',
      values: { owner: 'Nguyễn Thị Hoà', born: '1980-02-05' },
    },
  },
  answer: {
    status: 200,
    name: 'SavedDraft',
    schema: SavedDraft,
    description: 'It stands beside the history; the dossier itself is not changed',
  },
  problems: [
    'no-such-dossier',
    'not-permitted',
    'no-result-form',
    'draft-too-late',
    'draft-values-wrong',
    'letters-missing',
    'newer-draft',
    'no-such-draft',
    'command-id-reused',
  ],
  async handle({ desk, params, body }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : saveDraft(desk, code, body)
  },
})

const comment = route({
  method: 'post',
  path: '/dossiers/{code}/drafts/comments',
  name: 'commentOnDraft',
  group: 'dossiers',
  summary: { vi: 'Góp ý cho một phiên bản dự thảo', en: 'Comment on a version of the result' },
  who: 'staff',
  action: 'write-note',
  params: OfDossier,
  query: NONE,
  body: {
    name: 'DraftCommentToWrite',
    schema: DraftCommentToWrite,
    example: { id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1b', version: 1, text: 'Ghi rõ mã ngành' },
  },
  answer: {
    status: 200,
    name: 'WrittenNote',
    schema: WrittenNote,
    description: 'It stays with that version',
  },
  problems: ['no-such-dossier', 'not-permitted', 'no-such-draft', 'command-id-reused'],
  async handle({ desk, params, body }) {
    const code = namedDossier(params)
    return isRefusal(code) ? code : commentOnDraft(desk, code, body)
  },
})

export const DRAFT_ROUTES = [see, save, comment]
