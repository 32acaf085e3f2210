import type { Provision } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { OutingNamed } from './outing-named.tsx'

interface OnBoardProps {
  readonly words: Words
  readonly provision: Provision
  /** Numbers of its blocks that were not given yet. */
  readonly numbersLeft: number
  readonly isBusy: boolean
  open(): void
  renew(): void
  drop(): void
}

/** An outing that is on board, with what of it. */
export function OnBoard({ words, provision, numbersLeft, isBusy, open, renew, drop }: OnBoardProps) {
  const said = words.fieldFrame.outings
  const { outing, procedures, registrations, results, now } = provision
  const { place } = outing
  return (
    <li>
      <OutingNamed words={words} outing={outing} />
      <p class="hint">
        {said.has(
          new Set(procedures.map(({ key }) => key)).size,
          numbersLeft,
          registrations.length,
          results.length,
        )}
        . {said.loadedAt(words.format.moment(now))}
      </p>
      <p class="field-buttons">
        <ActButton kind="primary" label={`${said.open}: ${place}`} act={open}>
          {said.open}
        </ActButton>
        <ActButton isBusy={isBusy} label={`${said.bringAgain}: ${place}`} act={renew}>
          {isBusy ? said.bringing : said.bringAgain}
        </ActButton>
        <ActButton kind="tertiary" label={`${said.drop}: ${place}`} act={drop}>
          {said.drop}
        </ActButton>
      </p>
    </li>
  )
}
