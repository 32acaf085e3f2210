import { isRefusal } from '#domain/outcome.ts'
import { ParcelToOrder } from '#shapes/post.ts'
import { chargePostage } from '#work/post/charge-postage.ts'
import { orderParcel } from '#work/post/order-parcel.ts'
import { seeOrdering, type SeenOrdering } from '#work/post/see-ordering.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { CheckBox, type Fault, faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PlaceFields } from '../../parts/place-fields.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { codeOf, dossierAddress } from '../dossier/address.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import type { Words } from '../../words/vi.ts'
import { orderingAddress, parcelAddress, POST } from './addresses.ts'

/** An order to the post for one dossier, with its address put in full. */
export const orderingPage: DeskPage = {
  path: `${POST}/gui/:code`,
  action: 'handle-post',
  get: (visit) => shown(visit, {}),
  async post(visit, typed) {
    if (first(typed, 'lam') !== '') return charge(visit, typed)
    const { value, faults } = readForm(typed, ParcelToOrder, visit.words)
    if (!value) return { ...(await shown(visit, { typed, faults })), status: 422 }
    const outcome = await orderParcel(visit.desk, codeOf(visit), value)
    if (!isRefusal(outcome)) return seeOther(parcelAddress(outcome.id))
    if (outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
    const page = await shown(visit, { typed, refused: refusalText(visit.words, outcome) })
    return page.status === undefined ? { ...page, status: 409 } : page
  },
}

/** Postage is put down for the till, or dropped again. */
async function charge(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const id = first(typed, 'id') || newCommandId()
  const charged = await chargePostage(visit.desk, codeOf(visit), {
    id,
    isDropped: first(typed, 'lam') === 'bo-cuoc',
  })
  if (!isRefusal(charged)) return seeOther(orderingAddress(codeOf(visit)))
  if (charged.refused === 'not-permitted') return refusedPage(visit, charged)
  return { ...(await shown(visit, { refused: refusalText(visit.words, charged) })), status: 409 }
}

interface Answer {
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: DeskVisit, { typed, faults = [], refused }: Answer): Promise<Page> {
  const { words, desk } = visit
  const seen = await seeOrdering(desk, codeOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.post
  const { toSend, direction } = seen
  const title = direction === 'in' ? said.ordering.inTitle(toSend.code) : said.ordering.title(toSend.code)
  const value = (name: string) => (typed ? first(typed, name) : begun(seen, name))
  const main = (
    <>
      <h1>{title}</h1>
      <p class="sub" lang="vi">
        {toSend.procedureName}
      </p>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <input type="hidden" name="id" value={first(typed ?? NOTHING_TYPED, 'id') || newCommandId()} />
        <input type="hidden" name="direction" value={direction} />
        <TextField
          name="name"
          label={said.ordering.name}
          value={value('name')}
          fault={faultAt(faults, 'name')}
          autocomplete="off"
        />
        <TextField
          name="phone"
          label={said.ordering.phone}
          type="tel"
          value={value('phone')}
          fault={faultAt(faults, 'phone')}
          autocomplete="off"
        />
        <PlaceFields
          words={words}
          name="to"
          legend={said.ordering.address}
          hint={toSend.address ?? undefined}
          places={seen.places}
          on={seen.on}
          valueOf={value}
          faultOf={(box) => faultAt(faults, box)}
        />
        {direction === 'out' && (
          <CheckBox
            name="isCollecting"
            label={
              toSend.owedDong > 0
                ? `${said.collect} (${said.owes(words.format.money(toSend.owedDong))})`
                : said.collect
            }
            checked={value('isCollecting') !== ''}
          />
        )}
        <Button keys="Alt+Enter">{said.order}</Button>
      </PostForm>
      {direction === 'out' && <Postage words={words} postage={seen.postage} code={toSend.code} />}
      <p>
        <Link href={dossierAddress(toSend.code)}>{toSend.code}</Link>
      </p>
    </>
  )
  return { title, main }
}

interface PostageProps {
  readonly words: Words
  readonly postage: SeenOrdering['postage']
  readonly code: string
}

/** Postage that is paid here before the result goes, instead of at the door. */
function Postage({ words, postage: { isPaid, unpaidDong, toChargeDong }, code }: PostageProps) {
  const said = words.post.postageHere
  const money = (dong: number) => words.format.money(dong)
  return (
    <section>
      <h2>{said.title}</h2>
      {isPaid && <p>{said.paid}</p>}
      {unpaidDong > 0 && (
        <form method="post" class="stacked">
          <p>
            {said.unpaid(money(unpaidDong))} <Link href={dossierAddress(code)}>{said.take}</Link>
          </p>
          <input type="hidden" name="lam" value="bo-cuoc" />
          <input type="hidden" name="id" value={newCommandId()} />
          <Button kind="secondary">{said.drop}</Button>
        </form>
      )}
      {toChargeDong !== null && (
        <form method="post" class="stacked">
          <p class="hint">{said.hint}</p>
          <input type="hidden" name="lam" value="ghi-cuoc" />
          <input type="hidden" name="id" value={newCommandId()} />
          <Button kind="secondary">{said.charge(money(toChargeDong))}</Button>
        </form>
      )}
    </section>
  )
}

/** What the dossier says already. */
function begun({ toSend, to, postage }: SeenOrdering, name: string): string {
  const known: { readonly [box: string]: string | null | undefined } = {
    name: toSend.name,
    phone: toSend.phone,
    isCollecting: toSend.owedDong > 0 || !postage.isPaid ? 'true' : '',
    'to.line': to?.line,
    'to.ward': to?.wardCode,
    'to.wardName': to?.wardCode === null ? to.ward : '',
    'to.district': to?.wardCode === null ? to.district : '',
    'to.province': to?.wardCode === null ? to.provinceCode : '',
  }
  return known[name] ?? ''
}
