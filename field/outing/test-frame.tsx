import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { wordsIn } from '#web/words/words.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { dossierCode } from '#domain/dossier/dossier-code.ts'
import type { IntakeDraft } from '../intake/intake-draft.ts'
import type { Frame, ToSealOutside } from './frame.ts'
import { PrintingButtons } from '../printing/printing-buttons.tsx'
import type { Written } from '../written/written.ts'
import { OutingScreens } from './outing-screens.tsx'

/**
 * Around the screens in browser tests, where no server answers: drafts lie in the storage of the page, and what is sealed
 * lies open for the test to look at.
 */
interface Given {
  readonly provision: Provision
  readonly served: Frame['served']
  readonly now: string
}

const DRAFT = 'draft '
const FILE = 'file '
const NUMBERS = 'numbers taken'
const SEALED = 'sealed'

function read<Value>(key: string, otherwise: Value): Value {
  const text = localStorage.getItem(key)
  return text === null ? otherwise : JSON.parse(text)
}
const keep = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value))
const keysOf = (start: string) => Object.keys(localStorage).filter((key) => key.startsWith(start))

function frameOf(given: Given, route: string): Frame {
  const { provision, served } = given
  const sealed = () => read<ToSealOutside[]>(SEALED, [])
  const drafts = () => keysOf(DRAFT).flatMap((key) => read<IntakeDraft | Written | null>(key, null) ?? [])
  const forget = (id: string) => {
    localStorage.removeItem(DRAFT + id)
    for (const key of keysOf(FILE + id)) localStorage.removeItem(key)
  }
  return {
    words: wordsIn(document.documentElement.lang === 'en' ? 'en' : 'vi'),
    provision,
    served,
    lookUp: `${location.origin}/tra-cuu`,
    route,
    go: (to) => {
      location.hash = `#/${to}`
    },
    now: () => given.now,
    newId: () => {
      const id = crypto.randomUUID()
      return `0193f2c8-9a00-7${id.slice(15)}`
    },
    drafts: {
      list: () => Promise.resolve(drafts()),
      keep: (draft) => Promise.resolve(keep(DRAFT + draft.id, draft)),
      drop: (id) => Promise.resolve(forget(id)),
    },
    filesOf: (draft) => ({
      keep: (id, bytes) => Promise.resolve(keep(`${FILE}${draft} ${id}`, bytes.toBase64())),
      read: (id) => {
        const text = read<string | null>(`${FILE}${draft} ${id}`, null)
        return Promise.resolve(text === null ? null : Uint8Array.fromBase64(text))
      },
      drop: (id) => Promise.resolve(localStorage.removeItem(`${FILE}${draft} ${id}`)),
    }),
    takeNumber: (on) => {
      const taken = read(NUMBERS, 0)
      const block = provision.numbers.find((one) => one.on === on)
      if (!block || block.first + taken > block.last) return Promise.resolve(null)
      keep(NUMBERS, taken + 1)
      return Promise.resolve(dossierCode(block.identifier, Temporal.PlainDate.from(on), block.first + taken))
    },
    seal: (one) => {
      keep(SEALED, [...sealed(), { ...one, attachments: one.attachments.map(({ length }) => length) }])
      forget(one.packet.id)
      return Promise.resolve()
    },
    done: () => Promise.resolve(sealed().map(({ done }) => done)),
    printing: (receipt) => (
      <PrintingButtons
        words={wordsIn('vi')}
        receipt={receipt}
        centre={provision.centre.name}
        lookUp={`${location.origin}/tra-cuu`}
      />
    ),
  }
}

function Shown({ given }: { given: Given }) {
  const route = () => decodeURI(location.hash.replace(/^#\/?/, ''))
  const [shown, show] = useState(route())
  useEffect(() => {
    addEventListener('hashchange', () => show(route()))
  }, [])
  return <OutingScreens frame={frameOf(given, shown)} />
}

const answer = await fetch('/given.json')
const main = document.querySelector('main')
if (main) render(<Shown given={await answer.json()} />, main)
