import type { Day } from '#domain/calendar/moment.ts'
import type { ReturnWish } from '#domain/dossier/events.ts'
import type { Place } from '#domain/procedure/address.ts'
import { isRefusal } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { ResultToTake, WishToChange } from '#shapes/own.ts'
import { changeOwnWish } from '#work/own/change-wish.ts'
import { giveOwnLetter } from '#work/own/give-own-letter.ts'
import { type OwnActs, ownActs } from '#work/own/own-acts.ts'
import { seeOwnScan } from '#work/own/own-papers.ts'
import { seeOwnResult, takeResult } from '#work/own/take-result.ts'
import { followOwn } from '#work/reading/follow-own.ts'
import { contentAnswer } from '../desk/scans/content-answer.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import { placesToChoose } from '#work/post/address-of.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, TextField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PlaceFields } from '../parts/place-fields.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { CHECK } from '../portal/check/address.ts'
import { Checked } from '../portal/check/checked.tsx'
import { errorPage } from '../portal/error.tsx'
import { LOOK_UP } from '../portal/key-cookie.tsx'
import type { Words } from '../words/vi.ts'
import {
  identityFor,
  OWN_DOSSIERS,
  ownDossierAddress,
  ownSignedAddress,
  ownWishAddress,
} from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

const codeOf = ({ c }: CitizenVisit) => c.req.param('code') ?? ''

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** By which way the result comes back, and by which it could. */
export const wishOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/cach-nhan`,
  action: 'act-on-own',
  get: (visit) => wishShown(visit, NOTHING_TYPED),
  async post(visit, typed) {
    const { words, desk } = visit
    const { value, faults } = readForm(typed, WishToChange, words)
    if (faults) return wishShown(visit, typed, { faults })
    const done = await changeOwnWish(desk, codeOf(visit), value)
    if (!isRefusal(done)) return seeOther(ownDossierAddress(done))
    if (done.refused === 'no-such-dossier') return errorPage(words, 404)
    if (done.refused === 'return-address-needed')
      return wishShown(visit, typed, { faults: [{ field: 'address', text: refusalText(words, done) }] })
    if (done.refused === 'no-such-place')
      return wishShown(visit, typed, { faults: [{ field: 'to.ward', text: refusalText(words, done) }] })
    return wishShown(visit, typed, { refused: refusalText(words, done) })
  },
}

async function wishShown(visit: CitizenVisit, typed: Typed, answer: Answer = {}): Promise<Page | Response> {
  const { words, desk } = visit
  const { returnWish, ways } = await ownActs(desk, codeOf(visit))
  if (returnWish === null) return errorPage(words, 404)
  if (ways.length === 0 && !answer.refused) return seeOther(ownDossierAddress(codeOf(visit)))
  const said = words.own.wish
  const { faults = [], refused } = answer
  const chosen = await placesToChoose(desk)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p class="hint">{codeOf(visit)}</p>
      <WishForm
        words={words}
        wish={returnWish}
        ways={ways}
        typed={typed}
        faults={faults}
        refused={refused}
        {...chosen}
      />
      <p class="onward">
        <Link href={ownDossierAddress(codeOf(visit))}>{words.own.back}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: faults.length > 0 ? 422 : refused ? 409 : 200 }
}

interface WishProps {
  readonly words: Words
  readonly wish: ReturnWish
  readonly ways: OwnActs['ways']
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly refused: string | undefined
  readonly places: readonly Place[]
  readonly on: Day
}

function WishForm({ words, wish, ways, typed, faults, refused, places, on }: WishProps) {
  const said = words.own.wish
  return (
    <PostForm words={words} class="stacked" faults={faults} refused={refused}>
      <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
      <RadioGroup
        name="way"
        legend={said.how}
        value={first(typed, 'way') || wish.way}
        choices={ways.map((way) => ({ value: way, label: words.returnWays[way] }))}
        fault={faultAt(faults, 'way')}
      />
      {ways.includes('post') && (
        <PlaceFields
          words={words}
          name="to"
          legend={said.postAddress}
          hint={said.postAddressHint}
          places={places}
          on={on}
          valueOf={(box) => first(typed, box)}
          faultOf={(box) => faultAt(faults, box) ?? (box === 'to' ? faultAt(faults, 'address') : undefined)}
        />
      )}
      {ways.includes('home') && (
        <TextField
          name="address"
          label={said.address}
          hint={said.addressHint}
          value={first(typed, 'address') || (wish.address ?? '')}
          fault={faultAt(faults, 'address')}
          maxLength={300}
        />
      )}
      <Button>{said.save}</Button>
    </PostForm>
  )
}

/** The signed result: taken, then seen with its signatures, and downloaded. */
export const signedOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/ket-qua`,
  action: 'see-own',
  get: (visit) => signedShown(visit),
  async post(visit, typed) {
    const { value } = readForm(typed, ResultToTake, visit.words)
    if (!value) return signedShown(visit)
    const taken = await takeResult(visit.desk, codeOf(visit), value.id)
    if (!isRefusal(taken)) return seeOther(ownSignedAddress(taken))
    if (taken.refused === 'no-such-dossier') return errorPage(visit.words, 404)
    return signedShown(visit, refusalText(visit.words, taken))
  },
}

async function signedShown(visit: CitizenVisit, refused?: string): Promise<Page | Response> {
  const { words, desk, doors, c, citizen } = visit
  const said = words.own.result
  const [dossier, { electronic }] = await Promise.all([
    followOwn(desk, codeOf(visit)),
    ownActs(desk, codeOf(visit)),
  ])
  if (isRefusal(dossier) || electronic === null) return errorPage(words, 404)
  const isVouchedFor = isVerified(citizen)
  const seen = electronic === 'to-see' && isVouchedFor ? await seeOwnResult(desk, dossier.code) : null
  const { national } = await doors.ways(c)
  const main = (
    <div class="wrap page narrow">
      <p class="hint">
        <span lang="vi">{dossier.procedureName}</span>, {dossier.code}
      </p>
      {seen !== null && !isRefusal(seen) ? (
        <>
          <Checked words={words} name={fileNameOf(dossier.code)} found={seen.checked} />
          <p>
            <a class="ds-button" href={`${ownSignedAddress(dossier.code)}.tep`} download data-turbo="false">
              {said.download}
            </a>
          </p>
          <p>
            {said.anybody} <Link href={CHECK}>{said.check}</Link>
          </p>
        </>
      ) : (
        <>
          <h1>{said.title}</h1>
          <p>{isVouchedFor ? said.lead : said.verify}</p>
          {!isVouchedFor && national !== null && (
            <a class="ds-button" href={identityFor(ownSignedAddress(dossier.code))}>
              {words.citizens.verifyBy(national)}
            </a>
          )}
          {isVouchedFor && (
            <PostForm words={words} class="stacked" refused={refused}>
              <input type="hidden" name="id" value={newCommandId()} />
              <Notice kind="info">
                <p>{said.proof}</p>
              </Notice>
              <Button>{said.take}</Button>
            </PostForm>
          )}
        </>
      )}
      <p class="onward">
        <Link href={ownDossierAddress(dossier.code)}>{words.own.back}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: refused ? 409 : 200 }
}

const fileNameOf = (code: string) => `ket-qua-${code}.pdf`

/** The signed result as a file. */
export const signedFilePage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/ket-qua.tep`,
  action: 'see-own',
  async get(visit) {
    const seen = await seeOwnResult(visit.desk, codeOf(visit))
    if (isRefusal(seen)) return errorPage(visit.words, 404)
    return pdfFile(seen.bytes, fileNameOf(codeOf(visit)))
  },
}

/** A letter of the dossier, such as the receipt of what was paid online. */
export const letterOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/giay/:sequence`,
  action: 'see-own',
  async get(visit) {
    const sequence = Number(/^\d{1,6}$/.exec(visit.c.req.param('sequence') ?? '')?.[0] ?? 0)
    const site = new URL(LOOK_UP, visit.publicUrl).href
    const pdf = await giveOwnLetter(visit.desk, codeOf(visit), { sequence, site })
    return isRefusal(pdf)
      ? errorPage(visit.words, 404)
      : pdfFile(pdf, `giay-${codeOf(visit)}-${sequence}.pdf`)
  },
}

/** A paper that was handed in. */
export const scanOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/tep/:scan`,
  action: 'see-own',
  async get(visit) {
    const content = await seeOwnScan(visit.desk, codeOf(visit), visit.c.req.param('scan') ?? '')
    return isRefusal(content) ? errorPage(visit.words, 404) : contentAnswer(content)
  },
}

function pdfFile(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${encodeURIComponent(name)}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** What there is to know of the way back of an own dossier: how, to change it, and the signed result. */
export function OwnReturn({
  words,
  code,
  acts,
}: {
  readonly words: Words
  readonly code: string
  readonly acts: OwnActs
}) {
  const { wish, result } = words.own
  const { returnWish, ways, electronic } = acts
  return (
    <>
      {electronic === 'to-see' && (
        <Notice kind="success" title={result.title}>
          <p>
            <a class="ds-button" data-color="accent" href={ownSignedAddress(code)}>
              {result.see}
            </a>
          </p>
        </Notice>
      )}
      {returnWish !== null && ways.length > 1 && (
        <p class="no-print">
          {wish.now(words.returnWays[returnWish.way])}
          {returnWish.address !== null && (
            <>
              {': '}
              <span lang="vi">{returnWish.address}</span>
            </>
          )}{' '}
          <Link href={ownWishAddress(code)}>{wish.change}</Link>
        </p>
      )}
    </>
  )
}
