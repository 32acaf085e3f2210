import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { isRefusal } from '#domain/outcome.ts'
import { PROVIDERS } from '#domain/paying/provider-key.ts'
import type { SeenPayment } from '#work/paying/see-payment.ts'
import { first, sentForm } from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { comeAgain, isFromElsewhere, keepKey, keptKey, LOOK_UP } from '../key-cookie.tsx'
import type { LookUpTyped } from '../look-up-form.tsx'
import { FOLLOWED } from '../followed-addresses.ts'
import { notFound, tooMany } from '../look-up.tsx'
import { PAID, PAY } from './address.ts'
import { Fee, Payments } from './fee.tsx'
import { EarlierOrders, LatestOrder } from './order.tsx'

const PaymentToOpen = z.object({ id: z.uuid({ version: 'v7' }), provider: z.enum(PROVIDERS) })

/** While somebody pays elsewhere the dossier stays open here for longer. */
const MINUTES_PAYING = 45

/** What is to be paid, how it can be, and what became of what was tried. */
export async function payPage(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = keptKey(c)
  if (!typed) return isFromElsewhere(c) ? backFromProvider(visit) : c.redirect(LOOK_UP, 303)
  return shown(visit, doors, typed)
}

/** Somebody chooses a way: on to the page of the provider, or back here where there is a code to be scanned. */
export async function pay(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = keptKey(c)
  if (!typed) return c.redirect(LOOK_UP, 303)
  const form = await sentForm(c)
  const given = PaymentToOpen.safeParse({ id: first(form, 'id'), provider: first(form, 'provider') })
  if (!given.success) return c.redirect(PAY, 303)
  const order = await doors.openPayment(c, visit.desk, typed, {
    ...given.data,
    returnTo: `${visit.url.origin}${PAID}`,
    language: visit.words.language,
  })
  if (order instanceof Temporal.Instant) return tooMany(visit, order)
  if (isRefusal(order)) {
    if (order.refused === 'no-such-dossier') return notFound(visit, typed)
    return shown(visit, doors, typed, visit.words.refusals[order.refused](order.facts))
  }
  keepKey(c, typed, MINUTES_PAYING)
  return c.redirect(order.way?.kind === 'page' ? order.way.url : PAY, 303)
}

/** Back from the page of a provider. What it says in the address proves nothing; the page of our own asks it. */
export async function paid(c: Context, doors: WebDoors): Promise<Response> {
  return backFromProvider(await visitOf(c, doors))
}

function backFromProvider(visit: Visit): Response {
  const { returning: title, returningLink: link } = visit.words.paying
  return comeAgain(visit, { to: PAY, title, link })
}

async function shown(visit: Visit, doors: WebDoors, typed: LookUpTyped, refused?: string): Promise<Response> {
  const seen = await doors.seePayment(visit.c, visit.desk, typed)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return notFound(visit, typed)
  return answerPage(visit, paymentPage(visit.words, seen, refused))
}

function paymentPage(words: Words, seen: SeenPayment, refused: string | undefined): Page {
  const said = words.paying
  const [latest, ...earlier] = seen.orders
  const isUnderWay = latest?.state === 'waiting' || latest?.state === 'asked'
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title(seen.code)}</h1>
      <p lang="vi" class="lead">
        {seen.procedureName}
      </p>
      {refused !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {latest && <LatestOrder words={words} order={latest} />}
      {seen.fee && (
        <>
          <h2>{said.fee}</h2>
          <Fee words={words} fee={{ ...seen.fee, owedDong: seen.owedDong }} />
        </>
      )}
      <Payments words={words} payments={seen.payments} />
      {seen.payable && isUnderWay && (
        <details class="ds-details">
          <summary>{said.another}</summary>
          <p>{said.anotherWarning}</p>
          <Ways words={words} seen={seen} />
        </details>
      )}
      {seen.payable && !isUnderWay && <Ways words={words} seen={seen} />}
      <EarlierOrders words={words} orders={earlier} />
      <p>
        <Link href={FOLLOWED}>{said.back}</Link>
      </p>
    </div>
  )
  return {
    title: said.title(seen.code),
    main,
    status: refused === undefined ? 200 : 409,
    formsTo: seen.pages,
  }
}

function Ways({ words, seen: { payable, ways, isBeforeReceipt } }: { words: Words; seen: SeenPayment }) {
  const said = words.paying
  if (!payable) return null
  return (
    <section class="pay-ways">
      <h2>{said.choose}</h2>
      {isBeforeReceipt && <p>{said.beforeReceipt}</p>}
      <p class="to-pay">
        {said.toPay}: <strong>{words.format.money(payable.dong)}</strong>
      </p>
      {ways.length === 0 && <p>{said.noWay}</p>}
      {ways.map((key) => (
        <form key={key} method="post" action={PAY} class="panel tinted">
          <input type="hidden" name="id" value={randomUUIDv7()} />
          <input type="hidden" name="provider" value={key} />
          <h3>{said.providers[key]}</h3>
          <p class="hint">{said.providerHints[key]}</p>
          <button class="ds-button">{said.goPay(said.short[key])}</button>
        </form>
      ))}
      {ways.length > 0 && !isBeforeReceipt && <p class="hint">{said.atCounter}</p>}
    </section>
  )
}
