import { useEffect, useState } from 'preact/hooks'

const LINE = 'mc-line'

/** Says whether the centre was reached just now: a network alone, as of a hall without internet, reaches nobody. */
export function sayReached(isReached: boolean): void {
  dispatchEvent(new CustomEvent<boolean>(LINE, { detail: isReached }))
}

/** Whether the centre can be reached, as far as the browser and the last try tell. */
export function useOnline(): boolean {
  const [isOnline, put] = useState(navigator.onLine)
  useEffect(() => {
    const look = (event: Event) =>
      put(event instanceof CustomEvent ? event.detail === true : navigator.onLine)
    const names = ['online', 'offline', LINE]
    for (const one of names) addEventListener(one, look)
    return () => {
      for (const one of names) removeEventListener(one, look)
    }
  }, [])
  return isOnline
}
