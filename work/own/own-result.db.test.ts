import { afterAll, beforeAll, expect, test } from 'vitest'
import { owedDong } from '#domain/dossier/owed.ts'
import type { Citizen } from '#domain/people/citizen.ts'
import { onlineCashier } from '#domain/people/online-cashier.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import { type TrialKeys, trialKeys } from '#papers/signing/trial-keys.ts'
import { NO_WITNESSES } from '#papers/signing/witnesses.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { changeDossier } from '../change-dossier.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { aCitizen, citizenDesk } from '../filing/a-filing.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { attachScan } from '../scanning/attach-scan.ts'
import type { SigningOffice } from '../signing/signing-office.ts'
import { receivedFrom, standing } from './a-dossier-of-mine.ts'
import { changeOwnWish } from './change-wish.ts'
import { giveOwnLetter } from './give-own-letter.ts'
import { ownActs } from './own-acts.ts'
import { papersOfOwn, seeOwnPapers, seeOwnScan } from './own-papers.ts'
import { seeWhoLooked } from './see-who-looked.ts'
import { seeOwnResult, takeResult } from './take-result.ts'

/** Whose identity is vouched for takes what was signed, sees the own papers and who looked at them. */
let opened: TestCentre
let hall: Hall
let keys: TrialKeys
let office: SigningOffice
let mine: Desk
let stranger: Desk

const NUMBER = '022185001234'
/** A procedure with a fee. */
const CHARGED = '2.000635'
const SITE = 'https://motcua.example/tra-cuu'
const clerk = () => hall.deskOf('clerk', 'HCC-TN')

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  keys = trialKeys()
  const person = allowed(await pkcs12Signer(keys.key('nguoi-ky', { subject: 'Đặng Ngọc Ánh' }), 'mo'))
  const stamp = allowed(await pkcs12Signer(keys.key('con-dau', { subject: 'UBND thị xã Đông Triều' }), 'mo'))
  office = {
    signerOf: () => person,
    seal: stamp,
    copies: null,
    trust: { anchors: [keys.anchor], lists: [], answers: [] },
    witnesses: NO_WITNESSES,
  }
  const vouched: Citizen = { ...(await aCitizen(hall)), idNumber: NUMBER, assurance: 'national-2' }
  mine = { ...citizenDesk(clerk(), vouched), signing: office }
  const other: Citizen = { ...(await aCitizen(hall)), idNumber: '022199009999', assurance: 'national-2' }
  stranger = { ...citizenDesk(clerk(), other), signing: office }
})
afterAll(async () => {
  keys.remove()
  await opened.close()
})

const HERS = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hương',
  idNumber: NUMBER,
  phone: null,
  address: null,
} as const

/** A dossier of hers whose signed result lies ready. */
async function signed(way: 'counter' | 'electronic'): Promise<string> {
  const { code } = await received(hall, { applicant: HERS, returnWish: { way, address: null } })
  const on = async () => {
    const { version, step } = await standing(hall, code)
    return { id: newId(), version, step }
  }
  const approver = { ...hall.deskOf('approver', 'TCKH'), signing: office }
  const keeper = { ...hall.deskOf('seal-keeper', 'HCC-VT'), signing: office }
  allowed(
    await changeDossier(hall.deskOf('handler', 'TCKH'), code, {
      ...(await on()),
      type: 'CompleteStep',
      note: null,
    }),
  )
  const { toSign } = allowed(await seeDossier(approver, code))
  allowed(
    await changeDossier(approver, code, {
      ...(await on()),
      type: 'ApproveResult',
      note: null,
      reviewed: toSign,
    }),
  )
  allowed(await changeDossier(keeper, code, { ...(await on()), type: 'SealResult' }))
  allowed(await changeDossier(clerk(), code, { ...(await on()), type: 'MarkReady' }))
  return code
}

test('an electronic result is taken once, is its own proof, and is the very document that was signed', async () => {
  const code = await signed('electronic')
  expect((await ownActs(mine, code)).electronic).toBe('to-take')
  expect((await ownActs(stranger, code)).electronic).toBeNull()
  expect(await seeOwnResult(mine, code)).toMatchObject({ refused: 'no-electronic-result' })
  expect(await takeResult(stranger, code, newId())).toMatchObject({ refused: 'no-such-dossier' })
  const id = newId()
  expect(await Promise.all([takeResult(mine, code, id), takeResult(mine, code, id)])).toEqual([code, code])
  const dossier = await standing(hall, code)
  expect(dossier).toMatchObject({ stage: 'returned', returnedBy: 'electronic' })
  const handed = (await historyOf(opened.centre, code)).filter(
    ({ event }) => event.type === 'ResultHandedBack',
  )
  expect(handed).toHaveLength(1)
  expect(handed[0]?.event).toMatchObject({
    receiver: { idNumber: NUMBER, isAuthorised: false },
    proof: { identity: { paper: 'electronic-identity', number: NUMBER }, sent: { sha256: dossier.document } },
  })
  const { bytes, checked } = allowed(await seeOwnResult(mine, code))
  expect(seal(bytes)).toBe(dossier.document)
  expect(checked).toMatchObject({ issued: { code }, isWhole: true })
  expect(await seeOwnResult(stranger, code)).toMatchObject({ refused: 'no-such-dossier' })
  const unvouched = { ...mine, actor: { ...mine.actor, assurance: 'stated' } as Citizen }
  expect(await takeResult(unvouched, code, newId())).toMatchObject({ refused: 'no-such-dossier' })
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('the way of return is changed while the rules allow, by whose it is', async () => {
  const { code } = await received(hall, { applicant: HERS })
  expect((await ownActs(mine, code)).ways).toContain('electronic')
  expect((await ownActs(mine, code)).ways).not.toContain('home')
  const wish = { id: newId(), way: 'electronic', address: null } as const
  expect(await changeOwnWish(stranger, code, wish)).toMatchObject({ refused: 'no-such-dossier' })
  expect(await changeOwnWish(mine, code, wish)).toBe(code)
  expect(await changeOwnWish(mine, code, wish)).toBe(code)
  expect((await standing(hall, code)).returnWish).toEqual({ way: 'electronic', address: null })
  const atCounter = await signed('counter')
  expect(await changeOwnWish(mine, atCounter, { ...wish, id: newId() })).toMatchObject({
    refused: 'way-not-open',
  })
  expect((await ownActs(mine, atCounter)).electronic).toBeNull()
})

test('papers that were handed in and given out are theirs alone; each is told of with what it is', async () => {
  const { code, version, step } = await received(hall, { applicant: HERS })
  const component = (await standing(hall, code)).components[0]?.component ?? null
  const id = newId()
  allowed(await attachScan(clerk(), code, { id, component, name: 'điều lệ.pdf' }, textPdf(1)))
  allowed(await attachScan(clerk(), code, { id: newId(), component: null, name: 'nội bộ.pdf' }, textPdf(2)))
  const given = { id: newId(), version, step, items: [], whyAgain: null, answerBy: null }
  const item = { component, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }
  const desk = hall.deskOf('handler', 'TCKH')
  allowed(await changeDossier(desk, code, { ...given, type: 'RequestSupplement', items: [item] }))
  const papers = allowed(await papersOfOwn(mine, code))
  expect(papers.handedIn).toMatchObject([
    { scan: id, name: 'điều lệ.pdf', isCertified: false, isReusable: false },
  ])
  expect(papers.issued).toMatchObject([{ kind: 'letter', form: 'phieu_bo_sung', sequence: 2 }])
  expect(allowed(await seeOwnScan(mine, code, id)).mediaType).toBe('application/pdf')
  expect(await seeOwnScan(stranger, code, id)).toMatchObject({ refused: 'no-such-dossier' })
  expect(await seeOwnScan(mine, code, newId())).toMatchObject({ refused: 'no-such-scan' })
  const letter = allowed(await giveOwnLetter(mine, code, { sequence: 2, site: SITE }))
  expect(Buffer.from(letter.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(allowed(await giveOwnLetter(mine, code, { sequence: 2, site: SITE }))).toEqual(letter)
  expect(await giveOwnLetter(mine, code, { sequence: 1, site: SITE })).toMatchObject({
    refused: 'no-such-paper',
  })
  expect(await giveOwnLetter(stranger, code, { sequence: 2, site: SITE })).toMatchObject({
    refused: 'no-such-dossier',
  })
  expect(allowed(await seeOwnPapers(mine, null)).dossiers.map((one) => one.code)).toContain(code)
  expect(allowed(await seeOwnPapers(stranger, null)).dossiers).toEqual([])
})

test('everybody who looked is told with post and purpose, to whose it is alone', async () => {
  const { code } = await received(hall, { applicant: HERS })
  allowed(await seeDossier(clerk(), code))
  allowed(await papersOfOwn(mine, code))
  const actor = clerk().actor
  const { lines } = allowed(await seeWhoLooked(mine, { code, after: null }))
  expect(lines).toMatchObject([
    {
      what: 'see-dossier',
      code,
      by: {
        kind: 'officer',
        name: actor.kind === 'staff' ? actor.name : '',
        posts: expect.arrayContaining([expect.objectContaining({ post: 'clerk' })]),
      },
    },
  ])
  expect(lines[0]?.at).toBe(EIGHT.toString({ fractionalSecondDigits: 3 }))
  expect(await seeWhoLooked(stranger, { code, after: null })).toMatchObject({ refused: 'no-such-dossier' })
  expect(allowed(await seeWhoLooked(stranger, { code: null, after: null })).lines).toEqual([])
  const all = allowed(await seeWhoLooked(mine, { code: null, after: null })).lines
  expect(all.map(({ by }) => by.kind)).toContain('self')
  expect(all.length).toBeGreaterThan(3)
})

test('the receipt of what was paid online is theirs to download; what the counter took has its paper from there', async () => {
  const { code } = await receivedFrom(hall, { desk: mine, browser: null })
  const dossier = await standing(hall, code)
  const dong = owedDong(dossier) ?? 0
  expect(dong).toBeGreaterThan(0)
  const { version, step, placeOfReceipt } = dossier
  const desk = { ...clerk(), actor: onlineCashier(placeOfReceipt) }
  allowed(
    await changeDossier(desk, code, {
      type: 'TakePayment',
      id: newId(),
      version,
      step,
      way: 'online',
      dong,
      payer: null,
      reference: 'VNP13912345',
      through: { provider: 'vnpay', order: 'abc', money: newId() },
    }),
  )
  const { issued } = allowed(await papersOfOwn(mine, code))
  const receipt = issued.find((one) => one.kind === 'letter' && one.form === 'bien_lai')
  const sequence = receipt?.kind === 'letter' ? receipt.sequence : 0
  const pdf = allowed(await giveOwnLetter(mine, code, { sequence, site: SITE }))
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')

  const atCounter = await received(hall, { applicant: HERS, procedure: CHARGED })
  const charged = await standing(hall, atCounter.code)
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  const on = { id: newId(), version: charged.version, step: charged.step, payer: null, reference: null }
  const paid = { ...on, type: 'TakePayment', way: 'cash', dong: owedDong(charged) ?? 0 } as const
  allowed(await changeDossier(cashier, atCounter.code, paid))
  expect(allowed(await papersOfOwn(mine, atCounter.code)).issued).toEqual([])
})
