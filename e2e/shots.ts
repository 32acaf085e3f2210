import { end, freePort, signInAll, startHouse } from '../check/house-process.ts'
import { openBrowser, AXE } from './browser.ts'
const house = await startHouse('/tmp/figures/data', await freePort(), { CLOCK: '2019-07-03T08:00+07:00' })
const tokens = await signInAll(house.origin, '/tmp/figures/data')
const browser = await openBrowser()
const shots: [string, string, string | null][] = JSON.parse(process.argv[2] ?? '[]')
for (const [name, path, post] of shots)
  for (const width of [390, 1280]) {
    const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 900 } })
    if (post) await context.addCookies([{ name: 'phien', value: tokens.get(post) ?? '', url: house.origin }])
    const page = await context.newPage()
    const response = await page.goto(house.origin + path)
    await page.screenshot({ path: `/tmp/figures/pictures/${name}-${width}.png`, fullPage: true })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    await context.close()
    const c2 = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } })
    if (post) await c2.addCookies([{ name: 'phien', value: tokens.get(post) ?? '', url: house.origin }])
    const p2 = await c2.newPage()
    await p2.goto(house.origin + path)
    await p2.evaluate(AXE)
    const faults = await p2.evaluate(async () =>
      ((await (window as any).axe.run()).violations as any[]).map(
        (v) =>
          v.id +
          ' ' +
          v.nodes
            .map((n: any) => n.target.join(' '))
            .slice(0, 3)
            .join(' | '),
      ),
    )
    console.log(name, width, response?.status(), 'overflow', wide, faults)
    await c2.close()
  }
await browser.close()
await end(house.process, 'SIGTERM')
console.log(house.said().slice(0, 2000))
