import type { Citizen } from '#domain/people/citizen.ts'
import { PARTS, typedAs } from '#domain/filing/filing-steps.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import { citizenOfContact, citizenById, stateCitizen } from '#store/citizens.ts'
import { allowed, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { beginDraft } from './begin-draft.ts'
import { handInPaper } from './hand-in-paper.ts'
import type { AtDraft } from './own-draft.ts'
import { savePage } from './save-page.ts'
import { seeDraft } from './see-draft.ts'

/** The extract of civil status of the catalogue, at level 4. */
export const EXTRACT = '2.000635'

/** What is typed into the form of an extract, whole and right. */
export const EXTRACT_TYPED: TypedAnswers = {
  'requester.fullName': 'Nguyễn Thị Hoà',
  'requester.residence.line': 'Khu 3',
  'requester.residence.ward': '07069',
  'requester.idDoc.type': 'cccd',
  'requester.idDoc.number': '022188001234',
  relation: 'self',
  eventKind: 'birth',
  'subject.fullName': 'Nguyễn Thị Hoà',
  'subject.dateOfBirth.day': '5',
  'subject.dateOfBirth.month': '2',
  'subject.dateOfBirth.year': '1988',
  'subject.gender': 'nu',
  'subject.ethnicity': '01',
  'subject.nationality': 'VNM',
  'subject.residence.line': 'Khu 3',
  'subject.residence.ward': '07069',
  registeredAt: 'UBND xã Bình Khê',
  'registeredOn.day': '12',
  'registeredOn.month': '2',
  'registeredOn.year': '1988',
  copies: '2',
  declaration: 'true',
}

/** What is typed besides the form. */
export const COMMON_TYPED: TypedAnswers = {
  forWhom: 'self',
  'applicant.name': 'Nguyễn Thị Hoà',
  'applicant.number': '022188001234',
  'applicant.phone': '0912345678',
  'applicant.address.line': 'Khu 3',
  'applicant.address.ward': '07069',
  returnWay: 'counter',
  consent: 'true',
}

/** A citizen with an account, who has said who he is. */
export async function aCitizen(
  { centre }: Pick<Hall, 'centre'>,
  over: { readonly phone?: string; readonly bornOn?: string } = {},
): Promise<Citizen> {
  const {
    phone = `09${Math.floor(1e7 + Number(newId().replace(/\D/g, '').slice(-7)))
      .toString()
      .slice(0, 8)}`,
    bornOn = '1988-02-05',
  } = over
  const id = await citizenOfContact(
    centre,
    { way: 'phone', address: phone },
    { id: newId(), at: '2019-03-05T00:00:00.000Z' },
  )
  await stateCitizen(centre, id, { name: 'Nguyễn Thị Hoà', bornOn, idNumber: '022188001234' })
  const citizen = await citizenById(centre, id)
  if (!citizen) throw new Error('no citizen')
  return citizen
}

/** The desk of a citizen. */
export function citizenDesk(desk: Desk, actor: Citizen): Desk {
  return { ...desk, actor }
}

/** A draft filled in whole and ready to be filed, its papers promised for the counter. */
export async function aDraft(
  at: AtDraft,
  { procedure = EXTRACT, typed = EXTRACT_TYPED, common = COMMON_TYPED } = {},
): Promise<string> {
  const id = allowed(await beginDraft(at, { id: newId(), procedure, case: null }))
  await savePage(at, id, {
    boxes: ['c', 'f'],
    typed: { ...typedAs(common, PARTS.common), ...typedAs(typed, PARTS.form) },
  })
  const { asked } = allowed(await seeDraft(at, id))
  const ways = Object.fromEntries(
    asked.filter(({ ways }) => ways.includes('counter')).map(({ component }) => [component.key, 'counter']),
  )
  await savePage(at, id, { boxes: [PARTS.paper], typed: typedAs(ways, PARTS.paper) })
  return id
}

/** Hands a file in for the first paper that may come as a file; answers which paper and file. */
export async function aPaper(at: AtDraft, draft: string, bytes: Uint8Array) {
  const { asked } = allowed(await seeDraft(at, draft))
  const component = asked.find(({ ways }) => ways.includes('file'))?.component.key ?? ''
  const id = newId()
  allowed(await handInPaper(at, draft, { id, component, name: 'giấy.pdf', bytes }))
  return { component, id }
}
