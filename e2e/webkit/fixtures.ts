import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'

import { test as base } from '@playwright/test'
import * as z from 'zod/mini'

import { expect, Sandbox } from '../support/fixtures.ts'

import { at } from './find.ts'
import { WebKitPage } from './page.ts'
import { type Probe, startProbe } from './probe.ts'
import { startWebDriver, type WebDriver } from './webdriver.ts'

export { expect }

/** Where scripts/engines.mjs found the programs, as JSON. */
const programsSchema = z.object({ driver: z.string(), browser: z.string(), xvfb: z.string() })

interface WorkerFixtures {
  driver: WebDriver
  probe: Probe
}

interface Fixtures {
  sandbox: Sandbox
  /** A window of a browser that has nothing stored. What is wrong on its pages fails the test. */
  webkit: WebKitPage
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  driver: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, provide) => {
      const programs = z.parse(programsSchema, JSON.parse(process.env['HATTERAS_WEBKIT'] ?? '{}'))
      const driver = await startWebDriver(programs)
      await provide(driver)
      driver.stop()
    },
    { scope: 'worker' },
  ],
  probe: [
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, provide, { project }) => {
      const probe = await startProbe(project.use.baseURL ?? '')
      await provide(probe)
      probe.stop()
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ request }, provide) => {
    await provide(new Sandbox(request, `sandbox-lab-${randomUUID()}`))
  },
  webkit: async ({ driver, probe }, provide, info) => {
    const { send, close } = await driver.open()
    probe.notes()
    const page = new WebKitPage(send, probe.origin)
    await provide(page)
    if (info.status !== info.expectedStatus)
      await writeFile(info.outputPath('picture.png'), await page.picture())
    await close()
    expect(probe.notes(), 'errors, rejections and violations of the policy').toEqual([])
  },
})

/** Signs in by hand and waits for the fleet. */
export const signIn = async (webkit: WebKitPage, { key }: Sandbox, path = '/instances'): Promise<void> => {
  await webkit.goto(path)
  await webkit.fill(at('textbox', 'API key'), key)
  await webkit.click(at('button', 'Sign in'))
}
