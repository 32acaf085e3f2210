import type { Page } from 'playwright-core'

/** What is typed, by the boxes of the pages. */
export interface Typed {
  readonly [box: string]: string
}

/** The button that keeps a page and goes on, in both languages. */
export const SAVE = /Lưu và tiếp tục|Save and go on$/

/** Fills in what a page asks; papers are promised for the counter. Answers how many boxes it had. */
export async function fillIn(page: Page, typed: Typed): Promise<number> {
  const boxes = await page.locator('main form [name]').evaluateAll((all) =>
    all.map((one) => ({
      name: one.getAttribute('name') ?? '',
      kind: one.getAttribute('type') ?? one.localName,
      value: one.getAttribute('value') ?? '',
    })),
  )
  for (const { name, kind, value } of boxes) {
    const box = page.locator(`main form [name="${name}"]`)
    const text = typed[name]
    const chosen = text ?? (name.startsWith('p.') ? 'counter' : undefined)
    if (kind === 'radio' && value === chosen)
      await page.locator(`main form [name="${name}"][value="${value}"]`).check()
    else if (kind === 'checkbox' && text !== undefined) await box.check()
    else if (kind === 'select' && text !== undefined) await box.selectOption(text)
    else if (text !== undefined && ['text', 'tel', 'email', 'number', 'textarea'].includes(kind))
      await box.fill(text)
  }
  return boxes.length
}

/** Keeps the page and waits for the next. */
async function next(page: Page): Promise<void> {
  const was = page.url()
  await page.getByRole('button', { name: SAVE }).click()
  await page.waitForURL((url) => url.href !== was)
}

/** From the first page to the one that shows all of it. */
export async function toTheCheck(
  page: Page,
  typed: Typed,
  each: () => Promise<void> = async () => {},
  goOn = async () => {
    await fillIn(page, typed)
    await next(page)
  },
): Promise<number> {
  for (let pages = 1; pages < 40; pages += 1) {
    await each()
    if (new URL(page.url()).pathname.endsWith('/kiem-tra')) return pages
    await goOn()
  }
  throw new Error(`never came to the check: ${page.url()}`)
}
