import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import { type TrialKeys, trialKeys } from '#papers/signing/trial-keys.ts'
import { NO_WITNESSES } from '#papers/signing/witnesses.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { readCentreDirectory } from '#store/centre-files.ts'
import { historyOf } from '#store/dossier-events.ts'
import { draftsOf } from '#store/result-drafts.ts'
import { holdDossier } from '#store/dossiers.ts'
import { aDossierToReceive, aHall, allowed, type Hall, received } from '../a-hall.ts'
import { freshBookOf } from '../centre-book.ts'
import { type Changed, changeDossier, type ChangeGiven } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import type { Desk } from '../desk.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { importCentre } from '../setup/import-centre.ts'
import { checkCentreFiles } from '../setup/read-centre-files.ts'
import { seeResult } from '../signing/see-result.ts'
import type { SigningOffice } from '../signing/signing-office.ts'
import { commentOnDraft } from './comment-on-draft.ts'
import { compareDrafts } from './compare-drafts.ts'
import { saveDraft } from './save-draft.ts'
import { seeDraftPaper } from './see-draft-paper.ts'
import { seeDrafts } from './see-drafts.ts'

let opened: TestCentre
let hall: Hall
let keys: TrialKeys
let office: SigningOffice
/** The household business is registered by the department of finance and planning. */
const UNIT = 'TCKH'
const PROCEDURE = '1.001612'

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  keys = trialKeys()
  const person = allowed(await pkcs12Signer(keys.key('nguoi-ky', { subject: 'Đặng Ngọc Ánh' }), 'mo'))
  const trust = { anchors: [keys.anchor], lists: [], answers: [] }
  office = { signerOf: () => person, seal: person, copies: null, trust, witnesses: NO_WITNESSES }
})
afterAll(async () => {
  keys.remove()
  await opened.close()
})

const later = (desk: Desk, seconds: number): Desk => ({ ...desk, now: desk.now.add({ seconds }) })
const handler = (seconds = 60) => later(hall.deskOf('handler', UNIT), seconds)
const approver = (signing?: SigningOffice): Desk => ({
  ...later(hall.deskOf('approver', UNIT), 600),
  signing,
})

interface At {
  readonly code: string
  readonly version: number
  readonly step: string
}

const on = ({ version, step }: At) => ({ id: newId(), version, step })

/** A dossier of a household business that lies with who prepares its result. */
async function atWork(name?: string): Promise<At> {
  const applicant = { ...aDossierToReceive().applicant, ...(name && { name }) }
  let at: At = await received(hall, { procedure: PROCEDURE, case: 'individual', applicant })
  for (;;) {
    const seen = allowed(await seeDossier(hall.deskOf('clerk', 'HCC-TN'), at.code))
    if (seen.step.kind === 'work') return { code: at.code, version: seen.version, step: seen.step.key }
    const cashier = hall.deskOf('cashier', 'HCC-TN')
    if (seen.owedDong) {
      const paid = { ...on(at), type: 'TakePayment', way: 'cash', dong: seen.owedDong } as ChangeGiven
      at = allowed(await changeDossier(cashier, at.code, paid))
    } else
      at = allowed(await changeDossier(cashier, at.code, { ...on(at), type: 'CompleteStep', note: null }))
  }
}

const VALUES = {
  issue: 'first',
  business: 'Hộ kinh doanh Hường Phát',
  place: 'Khu Vĩnh Thông, phường Mạo Khê',
  trades: 'Bán lẻ lương thực | 4721\nBán lẻ đồ uống | 4723',
  capital: '150.000.000',
  founder: 'individual',
  owner: 'Nguyễn Thị Hương',
  gender: 'nu',
  born: '1980-02-05',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  idNumber: '100123456',
  idIssued: '12/3/2010, Công an tỉnh Quảng Ninh',
  permanent: 'Khu 3, phường Mạo Khê',
  current: 'Khu 3, phường Mạo Khê',
}

const draft = (over: object = {}) => ({ id: newId(), on: 0, why: 'Soạn lần đầu', values: VALUES, ...over })

/** Every step of work done, up to the approver. */
async function toApprover(at: At, seconds = 300): Promise<At> {
  for (let now = at; ;) {
    const seen = allowed(await seeDossier(hall.deskOf('clerk', 'HCC-TN'), at.code))
    if (seen.step.kind === 'approve') return now
    const { unit = UNIT, post = 'handler' } = seen.holder ?? {}
    const desk = later(hall.deskOf(post, unit), seconds)
    now = allowed(await changeDossier(desk, at.code, { ...on(now), type: 'CompleteStep', note: null }))
  }
}

const approve = (at: At, given: { draft?: number; reviewed?: string | null }, desk = approver()) =>
  changeDossier(desk, at.code, {
    ...on(at),
    type: 'ApproveResult',
    note: null,
    draft: given.draft ?? null,
    reviewed: given.reviewed ?? null,
  })

const reviewOf = async (at: At, desk = approver()) => {
  const { toApprove, toSign } = allowed(await seeDossier(desk, at.code))
  return { ...(toApprove ?? expect.fail('nothing to approve')), toSign }
}

async function rows(code: string) {
  const held = await holdDossier(opened.centre, code)
  return draftsOf(opened.centre, held?.id ?? '')
}

/** Sends one after the other while somebody stands in the way of each: they are as far as they get until he leaves. */
async function sentWhileHeld<Answer>(
  standingInTheWay: string,
  send: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const holder = await opened.owner.pool.connect()
  const answers: Promise<Answer>[] = []
  try {
    await holder.query(`begin; set local search_path to "${opened.centre.schema}"; ${standingInTheWay}`)
    for (const one of send) {
      answers.push(one())
      await wait(200)
    }
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  return Promise.all(answers)
}

/** What saves a draft has the row of the dossier and waits to write the draft. */
const BEFORE_THE_DRAFT = 'lock table result_draft in share mode'
/** What changes a dossier has its row and waits to write the event: another of that place might stay. */
const beforeTheEvent = (code: string) => `
  insert into dossier_event (dossier_id, sequence, type, at, data, hash, command_id, command_hash, command_part)
  select e.dossier_id, e.sequence + 1, e.type, e.at, e.data, e.hash, gen_random_uuid(), e.command_hash, e.command_part
  from dossier_event e join dossier d on d.id = e.dossier_id where d.code = '${code}'
  order by e.sequence desc limit 1`

describe('writing', () => {
  test('the form begins with what the dossier knows; a version is added to, never changed, and the dossier stays as it is', async () => {
    const at = await atWork()
    const before = allowed(await seeDrafts(handler(), at.code))
    expect(before.values).toMatchObject({
      owner: 'Nguyễn Thị Hương',
      idNumber: '100123456',
      contact: '0912345678',
    })
    expect(before).toMatchObject({ drafts: [], maySave: true, mayComment: false })
    const first = draft()
    expect(allowed(await saveDraft(handler(), at.code, first)).version).toBe(1)
    const second = draft({ on: 1, why: 'Sửa vốn', values: { ...VALUES, capital: '200000000' } })
    expect(allowed(await saveDraft(handler(90), at.code, second)).version).toBe(2)
    const { drafts, values } = allowed(await seeDrafts(handler(), at.code))
    expect(drafts.map(({ version, why }) => [version, why])).toEqual([
      [2, 'Sửa vốn'],
      [1, 'Soạn lần đầu'],
    ])
    expect(values['capital']).toBe('200000000')
    expect(allowed(await seeDossier(handler(), at.code)).version).toBe(at.version)
    const compared = allowed(await compareDrafts(handler(), at.code, { from: 1, to: 2 }))
    expect(compared.changed).toEqual([
      {
        name: 'capital',
        label: 'Vốn kinh doanh',
        before: [
          { text: '150', isChanged: true },
          { text: '.000.000 đồng', isChanged: false },
        ],
        after: [
          { text: '200', isChanged: true },
          { text: '.000.000 đồng', isChanged: false },
        ],
      },
    ])
    const seen = Buffer.from(allowed(await seeDraftPaper(handler(), at.code, 1)))
    expect(seen.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await seeDraftPaper(handler(), at.code, 3)).toMatchObject({ refused: 'no-such-draft' })
  })

  test('the same command again has one effect; the id of another content is refused', async () => {
    const at = await atWork()
    const given = draft()
    const both = await Promise.all([
      saveDraft(handler(), at.code, given),
      saveDraft(handler(), at.code, given),
    ])
    expect(both.map((one) => allowed(one).version)).toEqual([1, 1])
    expect(allowed(await saveDraft(handler(120), at.code, given)).version).toBe(1)
    expect(await rows(at.code)).toHaveLength(1)
    const other = { ...given, why: 'Khác' }
    expect(await saveDraft(handler(), at.code, other)).toMatchObject({ refused: 'command-id-reused' })
  })

  test('of two who save on the same version one wins; the other is told what differs', async () => {
    const at = await atWork()
    allowed(await saveDraft(handler(), at.code, draft()))
    const two = ['180000000', '190000000'].map((capital) => draft({ on: 1, values: { ...VALUES, capital } }))
    const both = await Promise.all(two.map((one) => saveDraft(handler(90), at.code, one)))
    expect(both.filter(isRefusal)).toMatchObject([
      { refused: 'newer-draft', facts: { named: 1, newest: 2, changed: ['Vốn kinh doanh'] } },
    ])
    expect(await rows(at.code)).toHaveLength(2)
  })

  test.each([
    [{ owner: 'Nguyễn 漢 Thị 😀' }, { field: 'owner', code: 'letters-missing', letters: '漢 😀' }],
    [{ born: '2019-02-30' }, { field: 'born', code: 'not-a-day' }],
    [{ trades: 'Bán lẻ | 4721\nBán lẻ đồ uống' }, { field: 'trades', code: 'other-columns', line: 2 }],
    [{ nothing: 'x' }, { field: 'nothing', code: 'no-such-field' }],
  ])('what cannot be printed is named with its field: %o', async (over, fault) => {
    const at = await atWork()
    expect(await saveDraft(handler(), at.code, draft({ values: { ...VALUES, ...over } }))).toMatchObject({
      refused: 'draft-values-wrong',
      facts: { faults: [fault] },
    })
    expect(await rows(at.code)).toEqual([])
  })

  test('so is a name of the dossier that could not be printed; nothing is written', async () => {
    const at = await atWork('Nguyễn 漢')
    expect(await saveDraft(handler(), at.code, draft())).toMatchObject({
      refused: 'letters-missing',
      facts: { letters: '漢' },
    })
    expect(await rows(at.code)).toEqual([])
  })

  test('whoever has it not in hand writes none, and a procedure without a form has none', async () => {
    const at = await atWork()
    const clerk = hall.deskOf('clerk', 'HCC-TN')
    expect(await saveDraft(clerk, at.code, draft())).toMatchObject({ refused: 'not-permitted' })
    const general = await received(hall)
    expect(await saveDraft(handler(), general.code, draft())).toMatchObject({ refused: 'no-result-form' })
    expect(await seeDrafts(handler(), general.code)).toMatchObject({ refused: 'no-result-form' })
  })

  test('a comment stays with its version', async () => {
    const at = await atWork()
    allowed(await saveDraft(handler(), at.code, draft()))
    const comment = { id: newId(), version: 1, text: 'Ghi rõ mã ngành' }
    const first = allowed(await commentOnDraft(approver(), at.code, comment))
    expect(allowed(await commentOnDraft(approver(), at.code, comment))).toEqual(first)
    expect(await commentOnDraft(approver(), at.code, { ...comment, text: 'Khác' })).toMatchObject({
      refused: 'command-id-reused',
    })
    expect(await commentOnDraft(approver(), at.code, { ...comment, version: 2 })).toMatchObject({
      refused: 'no-such-draft',
    })
    allowed(await saveDraft(handler(90), at.code, draft({ on: 1, why: 'Ghi mã ngành' })))
    const { drafts } = allowed(await seeDrafts(handler(), at.code))
    expect(drafts.map(({ comments }) => comments.map(({ text }) => text))).toEqual([[], ['Ghi rõ mã ngành']])
  })
})

describe('approving', () => {
  test('on paper: the newest version by the hash that was looked at; the event names it and the print stays', async () => {
    const at = await atWork()
    allowed(await saveDraft(handler(), at.code, draft()))
    const before = await toApprover(at)
    const { draft: version, onPaper } = await reviewOf(before)
    const looked = allowed(await seeResult(approver(), at.code))
    expect([version, looked.stage, looked.sha256, seal(looked.bytes)]).toEqual([1, 'draft', onPaper, onPaper])
    expect(await approve(before, {})).toMatchObject({ refused: 'draft-not-reviewed' })
    expect(await approve(before, { draft: 1 })).toMatchObject({ refused: 'draft-not-reviewed' })
    expect(await approve(before, { draft: 1, reviewed: 'ab'.repeat(32) })).toMatchObject({
      refused: 'reviewed-another-document',
    })
    expect(await saveDraft(handler(900), at.code, draft({ on: 1 }))).toMatchObject({
      refused: 'draft-too-late',
    })
    const done = allowed(await approve(before, { draft: 1, reviewed: onPaper }))
    const { event } = (await historyOf(opened.centre, at.code)).at(-1) ?? expect.fail('no events')
    expect(event).toMatchObject({ type: 'ResultApproved', draft: { version: 1, sha256: onPaper } })
    const printed = allowed(await seeResult(hall.deskOf('seal-keeper', 'HCC-VT'), at.code))
    expect([printed.stage, Buffer.compare(printed.bytes, looked.bytes)]).toEqual(['on-paper', 0])
    expect(allowed(await seeDrafts(handler(), at.code)).drafts[0]?.isApproved).toBe(true)
    expect(done.stage).toBe('in-process')
    expect(await checkCentre(opened.centre)).toEqual([])
  })

  test('sent back and written anew, the version looked at before is refused with what changed; the newest goes', async () => {
    const at = await atWork()
    allowed(await saveDraft(handler(), at.code, draft()))
    const before = await toApprover(at)
    const old = await reviewOf(before)
    const { backTo } = allowed(await seeDossier(approver(), at.code))
    const to = backTo.findLast(({ key }) => key === at.step)?.key ?? expect.fail('no way back')
    const back = { ...on(before), type: 'SendBack', to, comment: 'Xem góp ý' } as const
    const returned = allowed(await changeDossier(approver(), at.code, back))
    const values = { ...VALUES, business: 'Hộ kinh doanh Hường Thịnh' }
    allowed(await saveDraft(handler(700), at.code, draft({ on: 1, values })))
    const again = await toApprover(returned, 800)
    const atEnd = later(approver(), 300)
    expect(await approve(again, { draft: 1, reviewed: old.onPaper }, atEnd)).toMatchObject({
      refused: 'newer-draft',
      facts: { named: 1, newest: 2, changed: ['Tên hộ kinh doanh'] },
    })
    // The newest by number, and not by what was looked at.
    expect(await approve(again, { draft: 2, reviewed: old.onPaper }, atEnd)).toMatchObject({
      refused: 'reviewed-another-document',
    })
    const { onPaper } = await reviewOf(again)
    const first = allowed(await approve(again, { draft: 2, reviewed: onPaper }, atEnd))
    // Approved, sent back, and the very same version approved once more.
    const keeper = hall.deskOf('seal-keeper', 'HCC-VT')
    const undone = { ...on(first), type: 'SendBack', to: again.step, comment: 'Ký lại' } as const
    const open = allowed(await changeDossier(later(keeper, 1000), at.code, undone))
    expect(allowed(await seeDossier(keeper, at.code))).not.toHaveProperty('draft')
    allowed(await approve(open, { draft: 2, reviewed: onPaper }, later(approver(), 900)))
    expect(await checkCentre(opened.centre)).toEqual([])
  })

  test('with a key the draft itself is signed and sealed; without a draft nothing of it is', async () => {
    const bare = await toApprover(await atWork())
    expect(allowed(await seeDossier(approver(office), bare.code))).toMatchObject({
      toSign: null,
      toApprove: null,
    })
    expect(await approve(bare, { reviewed: 'ab'.repeat(32) }, approver(office))).toMatchObject({
      refused: 'no-draft-yet',
    })

    const at = await atWork()
    allowed(await saveDraft(handler(), at.code, draft()))
    const before = await toApprover(at)
    const { toSign } = await reviewOf(before, approver(office))
    const signed = allowed(await approve(before, { draft: 1, reviewed: toSign }, approver(office)))
    const approved = allowed(await seeResult(approver(), at.code))
    expect(approved.stage).toBe('approved')
    const given: ChangeGiven = { ...on(signed), type: 'SealResult' }
    const keeper = { ...later(hall.deskOf('seal-keeper', 'HCC-VT'), 900), signing: office }
    allowed(await changeDossier(keeper, at.code, given))
    const sealed = allowed(await seeResult(approver(), at.code))
    expect(sealed.stage).toBe('sealed')
    expect(Buffer.from(sealed.bytes).subarray(0, approved.bytes.length).equals(approved.bytes)).toBe(true)
  })

  test.each([
    ['a moment before, it is there and has to be looked at', 1],
    ['a moment after, it came too late and the approval stands', 0],
  ])('a first draft at the instant the work is done: %s', async (_, drafts) => {
    const at = await atWork()
    const done: Outcome<Changed>[] = []
    const saving = () => saveDraft(handler(200), at.code, draft())
    const completing = async () => {
      const moved = await changeDossier(handler(200), at.code, {
        ...on(at),
        type: 'CompleteStep',
        note: null,
      })
      done.push(moved)
      return moved
    }
    const send = drafts === 1 ? [saving, completing] : [completing, saving]
    const way = drafts === 1 ? BEFORE_THE_DRAFT : beforeTheEvent(at.code)
    const answers = await sentWhileHeld<Outcome<unknown>>(way, send)
    expect(answers.map((one) => isRefusal(one) && one.refused)).toEqual([
      false,
      drafts === 1 ? false : 'draft-too-late',
    ])
    expect(await rows(at.code)).toHaveLength(drafts)
    const approved = await approve(allowed(done[0] ?? expect.fail('not done')), {})
    expect(isRefusal(approved) && approved.refused).toBe(drafts === 1 && 'draft-not-reviewed')
  })

  test('a version that lacks something is told by what it lacks', async () => {
    const at = await atWork()
    const { capital: _, ...values } = VALUES
    allowed(await saveDraft(handler(), at.code, draft({ values })))
    const before = await toApprover(at)
    const { onPaper } = await reviewOf(before)
    expect(await approve(before, { draft: 1, reviewed: onPaper })).toMatchObject({
      refused: 'draft-incomplete',
      facts: { missing: ['Vốn kinh doanh'] },
    })
  })
})

test('a template that fails on what was written is told to the approver, who signs nothing unseen', async () => {
  const files = (await readCentreDirectory('centres/dong-trieu')) ?? []
  const broken = files.map(({ name, text, ...rest }) => {
    if (name === 'results/household-business.yaml')
      return { ...rest, name, text: (text ?? '').replace(/from: .*/, 'from: 2019-03-02') }
    const more = `\n#if data.values.capital.starts-with("999") { panic("vốn quá lớn") }\n`
    return { ...rest, name, text: name === 'results/household-business.typ' ? text + more : text }
  })
  const { data } = await checkCentreFiles(broken)
  if (!data) throw new Error('the files have a fault')
  const asked = { at: handler().now, effectiveFrom: '2019-03-02' }
  expect(await importCentre(opened.ownerCentre, data, asked)).toMatchObject({ isWritten: true })
  await freshBookOf(opened.centre)
  const at = await atWork()
  allowed(await saveDraft(handler(), at.code, draft({ values: { ...VALUES, capital: '999.000.000' } })))
  const before = await toApprover(at)
  const failed = { refused: 'template-failed', facts: { file: 'household-business.typ' } }
  expect(allowed(await seeDossier(approver(), at.code))).toMatchObject({
    toApprove: null,
    unprintable: failed,
  })
  expect(await seeResult(approver(), at.code)).toMatchObject(failed)
  expect(await approve(before, { draft: 1, reviewed: 'ab'.repeat(32) })).toMatchObject(failed)
  expect(await seeDraftPaper(handler(), at.code, 1)).toMatchObject(failed)
})
