import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** One process for all would end with the first context; web security is what some of these tests are about. */
const UNWANTED = ['--single-process', '--no-zygote', '--disable-web-security']
/** A graphics card played by the processor does nothing for these pages and takes a third of the time. */
const PLAYED_GRAPHICS = ['--in-process-gpu', '--use-gl', '--use-angle', '--enable-unsafe', '--ignore-gpu']

/** The accessibility checker, to be put into a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is started as a browser, and how. */
export async function browserToStart(): Promise<{ executablePath: string; args: string[] }> {
  return {
    args: [
      ...chromium.args.filter(
        (one) => !UNWANTED.includes(one) && !PLAYED_GRAPHICS.some((flag) => one.startsWith(flag)),
      ),
      '--disable-gpu',
    ],
    executablePath: await chromium.executablePath(),
  }
}

/** A browser of the tests' own. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch(await browserToStart())
}
