import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { isToSend } from '../keep/packets.ts'
import type { Sync } from '../sync/use-sync.ts'
import { DONE } from './routes.ts'
import { useOnline } from './use-online.ts'

interface FieldBarProps {
  readonly words: Words
  readonly sync: Sync
  /** Null while it is locked. */
  readonly lock: (() => void) | null
}

/** Above every screen: the way home, whether there is a network, what waits to be sent, and the lock. */
export function FieldBar({ words, sync, lock }: FieldBarProps) {
  const said = words.fieldFrame
  const isOnline = useOnline()
  const waiting = said.sync.count(sync.packets.filter((one) => isToSend(one)).length)
  return (
    <div class="field-bar">
      {lock ? (
        <a class="ds-link" href="#/">
          {said.home}
        </a>
      ) : (
        <strong>{said.appTitle}</strong>
      )}
      <span role="status" data-online={isOnline}>
        {isOnline ? said.online : said.offline}
      </span>
      {lock ? (
        <a class="ds-link" href={`#/${DONE}`}>
          {waiting}
        </a>
      ) : (
        <span>{waiting}</span>
      )}
      {lock && (
        <ActButton kind="tertiary" act={lock}>
          {said.lock}
        </ActButton>
      )}
    </div>
  )
}
