import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { bombJpeg, photo, textPdf } from '#papers/digitising/bad-files.ts'
import { clamd } from '#partners/antivirus/clamd.ts'
import { startClamd } from '#partners/antivirus/real-clamd.ts'
import { TEST_VIRUS } from '#partners/antivirus/test-virus.ts'
import { SIMULATED_VIRUS, startSimulatedClamd } from '#partners/antivirus/simulated-clamd.ts'
import { startCheckingQuarantine } from '#jobs/check-quarantine.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { infectedOf, quarantineCounts } from '#store/quarantine.ts'
import { uploadOf } from '#store/uploads.ts'
import { aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { askedFor, receivedFrom } from '../own/a-dossier-of-mine.ts'
import { beginOwnSupplement } from '../answering/begin-supplement.ts'
import { seeAnswers } from '../answering/see-answers.ts'
import { sendSupplement } from '../answering/send-supplement.ts'
import { certifyCopy } from '../digitising/certify-copy.ts'
import { digitise } from '../digitising/digitise.ts'
import { strikeScan } from '../scanning/strike-scan.ts'
import { savePage } from './save-page.ts'
import { seeScans } from '../scanning/see-scans.ts'
import { beginUpload } from '../uploading/begin-upload.ts'
import { continueUpload } from '../uploading/continue-upload.ts'
import { dropUpload, seeUpload } from '../uploading/see-upload.ts'
import { aCitizen, aDraft, aPaper, citizenDesk } from './a-filing.ts'
import { acceptFiling } from './accept-filing.ts'
import { askFiling } from './answer-applicant.ts'
import { checkQuarantine, dropOldUploads } from './check-quarantine.ts'
import { handInPaper } from './hand-in-paper.ts'
import type { AtDraft } from './own-draft.ts'
import { seeDraft } from './see-draft.ts'
import { seeFiling, seeFilingFile } from './see-filing.ts'
import { seeOwnFiling } from './see-own-filing.ts'
import { seePaper, uploadPlaceOf } from './see-paper.ts'
import { submitFiling } from './submit-filing.ts'

/** Papers handed in online: in pieces over a bad line, and past a scanner that finds, sleeps, lies or is away. */
let opened: TestCentre
let hall: Hall
let citizen: AtDraft
let scanner: Awaited<ReturnType<typeof startSimulatedClamd>>

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  scanner = await startSimulatedClamd()
})
afterAll(() => Promise.all([opened.close(), scanner.stop()]))
beforeEach(async () => {
  scanner.be('finds')
  citizen = { desk: citizenDesk(clerk(), await aCitizen(hall)), browser: null }
})

const clerk = (now = EIGHT) => hall.deskOf('clerk', 'HCC-TN', now)
const withScanner = (desk: Desk): Desk => {
  return { ...desk, lookForViruses: clamd(scanner.at, 400).lookForViruses }
}
const scanned = (): AtDraft => ({ ...citizen, desk: withScanner(citizen.desk) })
const job = () => checkQuarantine(withScanner(clerk()))
const infected = () => Buffer.concat([textPdf(1), Buffer.from(`${SIMULATED_VIRUS}\n%%EOF`)])
const refusedAs = (answer: unknown) => (isRefusal(answer) ? answer.refused : null)
const toAccept = () => ({ id: newId(), version: 1, placeOfReceipt: 'HCC-TN', data: {} })

async function aPlace(who = citizen) {
  const draft = await aDraft(who)
  const { steps } = allowed(await seeDraft(who, draft))
  const step = steps.find((one) => one.kind === 'paper')
  if (step?.kind !== 'paper') throw new Error('no paper is asked for')
  const place = allowed(await uploadPlaceOf(who, draft, step.key))
  return { draft, component: step.component, place, step: step.key }
}

async function handIn(who: AtDraft, bytes: Uint8Array, name = 'giấy.pdf') {
  const { draft, component } = await aPlace(who)
  const id = newId()
  return { draft, component, id, answer: await handInPaper(who, draft, { id, component, name, bytes }) }
}

const filesIn = async (draft: string) => allowed(await seeDraft(citizen, draft)).files

async function* inBits(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
async function* cutAt(bytes: Uint8Array, count: number): AsyncGenerator<Uint8Array> {
  yield* inBits(bytes.subarray(0, count))
  throw new Error('the line broke')
}

const announced = (bytes: Uint8Array, over = {}) => {
  return { name: 'giấy.pdf', size: bytes.length, sha256: seal(bytes), ...over }
}

test('an upload cut off at 99 % goes on where it was, and is a paper only when it is whole', async () => {
  const { draft, place, component } = await aPlace()
  const bytes = Buffer.concat([textPdf(1), Buffer.alloc(900_000, ' '), Buffer.from('\n%%EOF')])
  const { desk } = citizen
  const id = allowed(await beginUpload(desk, place, announced(bytes)))
  const cut = Math.floor(bytes.length * 0.99)
  const first = allowed(await continueUpload(desk, place, id, { from: 0, content: cutAt(bytes, cut) }))
  expect(first).toMatchObject({ received: cut, outcome: null })
  expect(await filesIn(draft)).toEqual([])
  const seen = allowed(await seeDraft(citizen, draft))
  expect(await seePaper(citizen, seen, component)).toMatchObject({ unfinished: [{ id, received: cut }] })

  expect(
    await continueUpload(desk, place, id, { from: 0, content: inBits(bytes) }),
    'from a place where it does not stand nothing is added',
  ).toMatchObject({ refused: 'changed-meanwhile', facts: { received: cut } })
  const rest = { from: cut, content: inBits(bytes.subarray(cut)) }
  const whole = allowed(await continueUpload(desk, place, id, rest))
  expect(whole).toMatchObject({ received: bytes.length, outcome: { isChecked: true } })
  const [file, ...more] = await filesIn(draft)
  expect([file?.id, file?.sha256, more]).toEqual([id, seal(bytes), []])
  expect(allowed(await seeUpload(desk, place, id)), 'asked again it is the same').toEqual(whole)
  expect(await filesIn(draft)).toHaveLength(1)
})

test('of two who send the same upload at once one is told, and the file is whole', async () => {
  const { draft, place } = await aPlace()
  const bytes = Buffer.concat([textPdf(2), Buffer.alloc(600_000, ' '), Buffer.from('\n%%EOF')])
  const { desk } = citizen
  const id = allowed(await beginUpload(desk, place, announced(bytes)))
  const answers = await Promise.all(
    ['telephone', 'tablet'].map(() => continueUpload(desk, place, id, { from: 0, content: inBits(bytes) })),
  )
  const { received } = allowed(await seeUpload(desk, place, id))
  if (received < bytes.length) {
    const content = inBits(bytes.subarray(received))
    allowed(await continueUpload(desk, place, id, { from: received, content }))
  }
  expect(answers.some((one) => refusedAs(one) === 'changed-meanwhile')).toBe(true)
  expect((await filesIn(draft)).map(({ sha256 }) => sha256)).toEqual([seal(bytes)])
})

test('two uploads at once for one paper are two files of it', async () => {
  const { draft, place } = await aPlace()
  const both = [textPdf(1), textPdf(2)]
  await Promise.all(
    both.map(async (bytes) => {
      const id = allowed(await beginUpload(citizen.desk, place, announced(bytes)))
      allowed(await continueUpload(citizen.desk, place, id, { from: 0, content: inBits(bytes) }))
    }),
  )
  const sent = (await filesIn(draft)).map(({ sha256 }) => sha256)
  expect(sent.toSorted()).toEqual(both.map(seal).toSorted())
})

test('while a file is on its way nothing is filed; once filed, nothing more comes', async () => {
  const { draft, place } = await aPlace()
  const bytes = textPdf(1)
  const { desk } = citizen
  const id = allowed(await beginUpload(desk, place, announced(bytes)))
  await continueUpload(desk, place, id, { from: 0, content: cutAt(bytes, 200) })
  expect(await submitFiling(citizen, draft)).toMatchObject({
    refused: 'upload-under-way',
    facts: { name: 'giấy.pdf' },
  })
  const later: AtDraft = { ...citizen, desk: { ...desk, now: EIGHT.add({ minutes: 3 }) } }
  const filed = allowed(await submitFiling(later, draft))
  expect(refusedAs(await uploadPlaceOf(later, draft, 'p.x'))).toBe('no-filing-draft')
  const rest = { from: 200, content: inBits(bytes.subarray(200)) }
  expect(refusedAs(await continueUpload(later.desk, place, id, rest))).toBe('no-such-upload')
  expect(refusedAs(await place.take({ id, component: place.component, name: 'x', bytes }))).toBe(
    'no-filing-draft',
  )
  const seen = allowed(await seeOwnFiling(later.desk, filed.id))
  expect(seen.fileStates).toEqual(new Map())
})

test('what is announced is held to, and belongs to nobody else', async () => {
  const { draft, place, step } = await aPlace()
  const { desk } = citizen
  const begin = (over: object) => beginUpload(desk, place, announced(textPdf(1), over))
  expect(refusedAs(await begin({ size: 200 * 1024 * 1024 }))).toBe('scan-too-large')
  expect(refusedAs(await begin({ size: 0 }))).toBe('scan-empty')
  const other = allowed(await begin({ sha256: seal('another') }))
  const sent = await continueUpload(desk, place, other, { from: 0, content: inBits(textPdf(1)) })
  expect(sent).toMatchObject({ outcome: { refused: 'scan-cut-off' } })
  const longer = allowed(await begin({}))
  const more = Buffer.concat([textPdf(1), Buffer.from('more')])
  expect(refusedAs(await continueUpload(desk, place, longer, { from: 0, content: inBits(more) }))).toBe(
    'changed-meanwhile',
  )
  const stranger: AtDraft = { desk: citizenDesk(clerk(), await aCitizen(hall)), browser: null }
  expect(refusedAs(await uploadPlaceOf(stranger, draft, step))).toBe('no-filing-draft')
  const theirs = await aPlace(stranger)
  expect(refusedAs(await seeUpload(stranger.desk, theirs.place, longer))).toBe('no-such-upload')
  expect(refusedAs(await dropUpload(stranger.desk, theirs.place, longer))).toBe('no-such-upload')
  expect(allowed(await dropUpload(desk, place, longer))).toBe(true)
  expect(await filesIn(draft)).toEqual([])
})

test('so many may be unfinished, and after a day they are thrown away', async () => {
  const who: AtDraft = { desk: citizenDesk(clerk(), await aCitizen(hall)), browser: null }
  const { place } = await aPlace(who)
  const begun: string[] = []
  for (let count = 0; count < 10; count += 1)
    begun.push(allowed(await beginUpload(who.desk, place, announced(textPdf(1)))))
  const begin = () => beginUpload(who.desk, place, announced(textPdf(1)))
  expect(refusedAs(await begin())).toBe('uploads-too-many')
  const [first = ''] = begun
  const tomorrow = { ...who.desk, now: EIGHT.add({ hours: 25 }) }
  expect(refusedAs(await seeUpload(tomorrow, place, first))).toBe('no-such-upload')
  expect(await uploadOf(opened.centre, first)).toBeDefined()
  expect(await dropOldUploads(tomorrow)).toBeGreaterThanOrEqual(10)
  expect(await uploadOf(opened.centre, first)).toBeUndefined()
})

test.each([
  ['nothing', Buffer.alloc(0), 'scan-empty'],
  [
    'a program that calls itself a photograph',
    Buffer.from('MZ This program cannot be run'),
    'scan-of-no-kind',
  ],
  ['a picture of 65,000 by 65,000 dots', await bombJpeg(), 'scan-bomb'],
  ['half a PDF', textPdf(1).subarray(0, 200), 'scan-cut-off'],
])('%s is no paper, sent with the form or in pieces', async (_, bytes, refused) => {
  const { draft, answer } = await handIn(citizen, bytes, 'anh.jpg')
  expect(refusedAs(answer)).toBe(refused)
  expect(await filesIn(draft)).toEqual([])
  if (bytes.length === 0) return
  const { place, draft: other } = await aPlace()
  const id = allowed(await beginUpload(citizen.desk, place, announced(bytes)))
  expect(await continueUpload(citizen.desk, place, id, { from: 0, content: inBits(bytes) })).toMatchObject({
    outcome: { refused },
  })
  expect(await filesIn(other)).toEqual([])
})

test('what is hard to read is said and counts all the same', async () => {
  const blurred = await handIn(citizen, await photo({ blur: 6 }), 'nhoe.jpg')
  expect(blurred.answer).toMatchObject({ findings: [{ page: 1, fault: 'blurred' }], isChecked: true })
  const blank = await handIn(citizen, await photo({ lines: 0 }), 'trang.jpg')
  expect(blank.answer).toMatchObject({ findings: [{ fault: 'blank' }] })
  const small = await handIn(citizen, await photo({ width: 200, height: 283 }), 'nho.jpg')
  expect(small.answer).toMatchObject({ findings: expect.arrayContaining([{ page: 1, fault: 'too-small' }]) })
  expect(await handIn(citizen, textPdf(2))).toMatchObject({ answer: { findings: [] } })
  expect(await filesIn(blurred.draft)).toMatchObject([{ findings: [{ fault: 'blurred' }] }])
})

test('what carries a virus is not taken, is not kept, and is written down', async () => {
  const { draft, component, id, answer } = await handIn(scanned(), infected())
  expect(answer).toMatchObject({ refused: 'file-infected', facts: { name: 'giấy.pdf' } })
  expect(await filesIn(draft)).toEqual([])
  expect(await infectedOf(opened.centre, draft)).toMatchObject([{ id, component }])
  const kept = await opened.ownerCentre.db
    .selectFrom('filing_file')
    .select('id')
    .where('id', '=', id)
    .execute()
  expect(kept).toEqual([])
  const { place } = await aPlace(scanned())
  const upload = allowed(await beginUpload(citizen.desk, place, announced(infected())))
  const sent = { from: 0, content: inBits(infected()) }
  expect(await continueUpload(citizen.desk, place, upload, sent)).toMatchObject({
    outcome: { refused: 'file-infected' },
  })
  const parts = await opened.ownerCentre.db
    .selectFrom('upload_part')
    .select('at_byte')
    .where('upload_id', '=', upload)
    .execute()
  expect(parts).toEqual([])
})

test('the test file of EICAR inside a PDF is found by the clamd of Debian, and a paper beside it is not', async () => {
  const real = await startClamd()
  const who: AtDraft = {
    ...citizen,
    desk: { ...citizen.desk, lookForViruses: clamd(real.at).lookForViruses },
  }
  const eicar = Buffer.concat([textPdf(1), Buffer.from(`${TEST_VIRUS}\n%%EOF`)])
  const { answer, draft } = await handIn(who, eicar)
  expect(refusedAs(answer)).toBe('file-infected')
  const [found] = await opened.ownerCentre.db
    .selectFrom('infected_file')
    .select('found')
    .where('filing_id', '=', draft)
    .execute()
  expect(found?.found).toContain('Eicar-Test-Signature')
  expect(await handIn(who, textPdf(1))).toMatchObject({ answer: { isChecked: true } })
  await real.stop()
})

test.each(['silent', 'babbles'] as const)(
  'while the scanner is away (%s) the filing is not lost: the file waits, nobody opens it, and the job lets it out',
  async (behaviour) => {
    scanner.be(behaviour)
    const who = scanned()
    const draft = await aDraft(who)
    const { id } = await aPaper(who, draft, textPdf(1))
    expect(await filesIn(draft)).toMatchObject([{ id, checkedFor: null }])
    const filed = allowed(await submitFiling(who, draft))
    const seen = allowed(await seeFiling(clerk(), filed.id))
    expect(seen.fileStates.get(id)).toBe('waiting')
    expect(refusedAs(await seeFilingFile(clerk(), filed.id, id))).toBe('no-such-scan')
    expect(await acceptFiling(clerk(), filed.id, toAccept())).toMatchObject({
      refused: 'files-not-checked',
      facts: { files: ['giấy.pdf'] },
    })
    expect(await job(), 'still away').toBe(0)
    expect(await quarantineCounts(opened.centre, '2019-01-01T00:00:00.000Z')).toMatchObject({ waiting: 1 })

    scanner.be('finds')
    const watch = { failed: (_: string, error: unknown) => Promise.reject(error), found: () => {} }
    const running = startCheckingQuarantine(async () => [withScanner(clerk())], watch, 20)
    for (let turn = 0; turn < 100; turn += 1) {
      if (allowed(await seeFiling(clerk(), filed.id)).fileStates.get(id) === 'checked') break
      await wait(20)
    }
    await running.stop()
    expect(isRefusal(await seeFilingFile(clerk(), filed.id, id))).toBe(false)
    const accepted = allowed(await acceptFiling(clerk(), filed.id, toAccept()))
    expect(allowed(await seeScans(clerk(), accepted.code)).scans.map((one) => one.id)).toEqual([id])
  },
)

test('a virus found after filing is thrown out, never shown, and the paper is asked for again', async () => {
  scanner.be('silent')
  const who = scanned()
  const draft = await aDraft(who)
  const bad = await aPaper(who, draft, infected())
  const filed = allowed(await submitFiling(who, draft))
  scanner.be('finds')
  expect(await job()).toBe(1)
  const seen = allowed(await seeFiling(clerk(), filed.id))
  expect(seen.fileStates).toEqual(new Map([[bad.id, 'infected']]))
  expect(refusedAs(await seeFilingFile(clerk(), filed.id, bad.id))).toBe('no-such-scan')
  expect(await acceptFiling(clerk(), filed.id, toAccept())).toMatchObject({
    refused: 'paper-infected',
    facts: { component: bad.component },
  })
  const items = [
    {
      field: null,
      component: bad.component,
      wrong: 'Tệp có mã độc',
      todo: 'Chụp lại',
      ground: 'Luật Hộ tịch',
    },
  ]
  allowed(await askFiling(clerk(), filed.id, { id: newId(), version: 1, items, whyAgain: null }))
})

test('of a paper with a sound file and an infected one the dossier gets the sound one', async () => {
  const who = scanned()
  const draft = await aDraft(who)
  const good = await aPaper(who, draft, textPdf(1))
  scanner.be('silent')
  await aPaper(who, draft, infected())
  const filed = allowed(await submitFiling(who, draft))
  scanner.be('finds')
  expect(await job()).toBe(1)
  const accepted = allowed(await acceptFiling(clerk(), filed.id, toAccept()))
  expect(allowed(await seeScans(clerk(), accepted.code)).scans.map(({ id }) => id)).toEqual([good.id])
})

test('what is sent for a dossier while the scanner is away follows it once it was checked, and a virus never does', async () => {
  const who = scanned()
  const { code } = await receivedFrom(hall, who)
  const item = { component: null, wrong: 'Chưa rõ quan hệ', todo: 'Gửi giấy tờ', ground: 'Luật Hộ tịch' }
  allowed(await askedFor(hall, code, [item]))
  const at: AtDraft = { ...who, desk: { ...who.desk, now: EIGHT.add({ hours: 72 }) } }
  const { id: draft } = allowed(await beginOwnSupplement(at.desk, code))
  scanner.be('silent')
  const [good, bad] = [newId(), newId()]
  for (const [id, bytes] of [
    [good, textPdf(1)],
    [bad, infected()],
  ] as const)
    allowed(await handInPaper(at, draft, { id, component: '@item.0', name: 'giấy.pdf', bytes }))
  expect(await sendSupplement(at, draft)).toBe(code)
  const states = async () => allowed(await seeAnswers(clerk(), code))[0]?.fileStates
  expect(await states()).toEqual(new Map([good, bad].map((id) => [id, 'waiting'])))
  const scans = async () => allowed(await seeScans(clerk(), code)).scans.map(({ id }) => id)
  expect(await scans()).toEqual([])
  scanner.be('finds')
  expect(await job()).toBe(2)
  expect(await states()).toEqual(
    new Map([
      [good, 'checked'],
      [bad, 'infected'],
    ] as const),
  )
  expect(await scans()).toEqual([good])
})

test('whom the national identity vouches for hands nothing in that the centre holds certified; it is looked at again when accepted', async () => {
  const { component } = await aPlace()
  const { code } = await receivedFrom(hall, citizen)
  const given = { id: newId(), component, declaredPages: null, turns: [] }
  expect(await digitise(clerk(), code, given, [{ name: 'giấy.pdf', bytes: textPdf(1) }])).toBe(true)
  const { actor } = citizen.desk
  if (actor.kind !== 'citizen') throw new Error('no citizen')
  const vouched: AtDraft = {
    ...citizen,
    desk: { ...citizen.desk, actor: { ...actor, assurance: 'national-2' } },
  }
  const offered = async (who: AtDraft, draft: string) =>
    (allowed(await seeDraft(who, draft)).held.get(component) ?? []).map(({ scan }) => scan)
  const first = await aDraft(vouched)
  expect(await offered(vouched, first), 'not certified').toEqual([])
  expect(await certifyCopy(clerk(), code, { scan: given.id, validUntil: null, note: null })).toBe(true)
  expect(await offered(vouched, first)).toEqual([given.id])
  expect(await offered(citizen, first), 'not vouched for').toEqual([])

  const box = `p.${component}`
  const choose = (draft: string, who = vouched) =>
    savePage(who, draft, { boxes: [box], typed: { [box]: `held:${given.id}` } })
  allowed(await choose(first))
  const filed = allowed(await submitFiling(vouched, first))
  const seen = allowed(await seeFiling(clerk(), filed.id))
  const held = { way: 'held', files: [], held: { scan: given.id, code } }
  expect(seen.filing.content.papers.find((one) => one.component === component)).toMatchObject(held)
  const accepted = allowed(await acceptFiling(clerk(), filed.id, toAccept()))
  const paper = allowed(await seeScans(clerk(), accepted.code)).papers.find(({ key }) => key === component)
  expect(paper?.status, 'reused from a component of another dossier').toBe(2)

  const unvouched = await aDraft(citizen)
  await choose(unvouched, citizen)
  expect(
    allowed(await seeDraft(citizen, unvouched)).papers.find((one) => one.component === component),
  ).toBeUndefined()

  const second = await aDraft(vouched)
  await choose(second)
  const late = allowed(await submitFiling(vouched, second))
  expect(await strikeScan(clerk(), code, { scan: given.id, reason: 'Nhầm' })).toBe(true)
  expect(await acceptFiling(clerk(), late.id, toAccept())).toMatchObject({
    refused: 'copy-not-reusable',
    facts: { why: 'struck' },
  })
})

test('without a scanner files are told by their kind; one that is taken away leaves nothing waiting', async () => {
  const { draft } = await handIn(citizen, infected(), '..\\..\\giấy tờ\\đơn.pdf')
  expect(await filesIn(draft)).toMatchObject([{ checkedFor: 'kind', name: 'đơn.pdf' }])
  scanner.be('silent')
  const waiting = await handIn(scanned(), textPdf(1))
  expect(await filesIn(waiting.draft)).toMatchObject([{ checkedFor: null }])
  expect(await checkQuarantine(clerk())).toBe(1)
  expect(await filesIn(waiting.draft)).toMatchObject([{ checkedFor: 'kind' }])
})
