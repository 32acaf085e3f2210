import { useEffect, useState } from 'preact/hooks'

/** The route of the address, without its sign: `#/a/b` is `a/b`. */
const routeNow = () => location.hash.replace(/^#\/?/, '')

/** The open route, and how another is gone to; the browser's own back goes back. */
export function useRoute(): readonly [string, (route: string) => void] {
  const [route, put] = useState(routeNow)
  useEffect(() => {
    const look = () => put(routeNow())
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return [
    route,
    (to) => {
      location.hash = `#/${to}`
    },
  ]
}
