import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { seeStop, stopNotices } from '#work/telling/stop-notices.ts'
import { answerPage, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { visitOf, type WebDoors } from '../visit.ts'
import type { Words } from '../words/vi.ts'

/**
 * Where the link of a letter leads who wants no more of them. It asks once: what reads letters for people opens every
 * link in them.
 */
export async function stopAsked(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const address = await seeStop(visit.desk, c.req.param('token') ?? '')
  return answerPage(visit, isRefusal(address) ? unknownPage(visit.words) : askPage(visit.words, address))
}

/** Sent from that page, or by the mail program itself (RFC 8058): the token alone says who it is. */
export async function stopSent(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const address = await stopNotices(visit.desk, c.req.param('token') ?? '')
  return answerPage(visit, isRefusal(address) ? unknownPage(visit.words) : donePage(visit.words, address))
}

function askPage({ notices }: Words, address: string): Page {
  const said = notices.stopPage
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead(address)}</p>
      <p>{said.more}</p>
      <form method="post">
        <Button>{said.stop}</Button>
      </form>
    </div>
  )
  return { title: said.title, main }
}

function donePage({ notices, site }: Words, address: string): Page {
  const said = notices.stopPage
  const main = (
    <div class="wrap page narrow">
      <h1>{said.doneTitle}</h1>
      <p>{said.done(address)}</p>
      <p>{said.more}</p>
      <p>
        <Link href="/tra-cuu">{site.lookUp}</Link>
      </p>
    </div>
  )
  return { title: said.doneTitle, main }
}

function unknownPage({ notices, site }: Words): Page {
  const said = notices.stopPage
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.unknown}</p>
      <p>
        <Link href="/tra-cuu">{site.lookUp}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: 404 }
}
