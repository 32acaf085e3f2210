import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** One process for all would end with the first context; web security is what some of these tests are about. */
const UNWANTED = ['--single-process', '--no-zygote', '--disable-web-security']

/** The accessibility checker, to be put into a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser of the tests' own. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    args: chromium.args.filter((one) => !UNWANTED.includes(one)),
    executablePath: await chromium.executablePath(),
  })
}
