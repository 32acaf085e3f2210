import { useEffect, useRef, useState } from 'preact/hooks'
import type { Outing, Provision } from '#shapes/field/provision.ts'
import { Notice } from '#web/parts/notice.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import type { DeviceKept } from '../keep/device.ts'
import { dropProvision, numbersLeft, provisionsKept } from '../keep/provisions.ts'
import type { Store } from '../keep/store.ts'
import { bringOnBoard, seeOutings } from './bring-on-board.ts'
import { OnBoard } from './on-board.tsx'
import { OutingNamed } from './outing-named.tsx'
import { StorageNotice } from './storage-notice.tsx'

interface OutingsScreenProps {
  readonly words: Words
  readonly store: Store
  readonly device: DeviceKept
  readonly content: CryptoKey
  go(route: string): void
  erase(token: string | null): void
}

/** What is on board, with how many of its numbers are left. */
type Kept = Provision & { readonly left: number }

/** Where the officer goes, what of it is on board, and what can be brought on board while there is a network. */
export function OutingsScreen({ words, store, device, content, go, erase }: OutingsScreenProps) {
  const said = words.fieldFrame.outings
  const [kept, put] = useState<readonly Kept[]>([])
  const [planned, plan] = useState<readonly Outing[] | null>(null)
  const [busy, work] = useState<string | null>(null)
  const [told, tell] = useState<{ readonly kind: 'success' | 'danger'; readonly text: string } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const look = async () => {
    const all = await provisionsKept(store, content)
    put(await Promise.all(all.map(async (one) => ({ ...one, left: await numbersLeft(store, one) }))))
  }
  useEffect(() => {
    heading.current?.focus()
    void look()
    void refresh()
  }, [])
  const failed = (asked: { readonly is: 'refused'; readonly text: string } | { readonly is: string }) => {
    if (asked.is === 'to-erase') return erase(device.token)
    tell({ kind: 'danger', text: 'text' in asked ? asked.text : words.fieldFrame.noLine })
  }
  const refresh = async () => {
    work('plan')
    const asked = await seeOutings(store, device)
    work(null)
    if (asked.is === 'answered') return plan(asked.value)
    // What is on board is enough to work with: no network is nothing to be told of here.
    if (asked.is !== 'no-line') failed(asked)
  }
  const bring = async (outing: Outing) => {
    tell(null)
    work(outing.id)
    const asked = await bringOnBoard({ store, device, key: content }, outing)
    work(null)
    if (asked.is !== 'answered') return failed(asked)
    await navigator.storage.persist()
    await look()
    tell({ kind: 'success', text: said.brought })
  }
  const drop = async (id: string) => {
    await dropProvision(store, id)
    await look()
  }
  const isKept = ({ id }: Outing) => kept.some(({ outing }) => outing.id === id)
  return (
    <section class="field-home">
      <h1 ref={heading} tabIndex={-1}>
        {said.title}
      </h1>
      <StorageNotice words={words} />
      {told && (
        <Notice kind={told.kind} role={told.kind === 'danger' ? 'alert' : 'status'}>
          <p>{told.text}</p>
        </Notice>
      )}
      <h2>{said.onBoard}</h2>
      {kept.length === 0 && <p>{said.none}</p>}
      <ul class="field-outings">
        {kept.map((one) => (
          <OnBoard
            key={one.id}
            words={words}
            provision={one}
            numbersLeft={one.left}
            isBusy={busy === one.outing.id}
            open={() => go(one.id)}
            renew={() => void bring(one.outing)}
            drop={() => void drop(one.id)}
          />
        ))}
      </ul>
      <h2>{said.upcoming}</h2>
      <ul class="field-outings">
        {(planned ?? [])
          .filter((one) => !isKept(one))
          .map((one) => (
            <li key={one.id}>
              <OutingNamed words={words} outing={one} />
              <ActButton
                kind="primary"
                isBusy={busy === one.id}
                label={`${said.bring}: ${one.place}`}
                act={() => void bring(one)}
              >
                {busy === one.id ? said.bringing : said.bring}
              </ActButton>
            </li>
          ))}
      </ul>
      {planned?.length === 0 && <p>{said.noneUpcoming}</p>}
      <ActButton isBusy={busy === 'plan'} act={() => void refresh()}>
        {busy === 'plan' ? said.asking : said.refresh}
      </ActButton>
    </section>
  )
}
