import type { Page } from '@playwright/test'

import type { Sandbox } from '../support/fixtures.ts'
import type { Scene } from './scene.ts'

/** The one instant at which every picture is taken. */
const instant = Date.UTC(2026, 2, 2, 9, 30)

const secondsAStep = 3

/** Stops the clocks of the page and of its world, and plants the world anew: the same machines and figures each time. */
export const stopTime = async (page: Page, sandbox: Sandbox, { world = 'lab' }: Scene) => {
  await page.clock.install({ time: instant })
  await page.clock.setFixedTime(instant)
  if (world === null) return
  await sandbox.stopClock(new Date(instant).toISOString())
  await sandbox.seed(world)
}

/** Returns a function that waits until every request of the page has its answer. */
const followRequests = (page: Page) => {
  const open = new Set<Promise<unknown>>()
  page.on('request', (request) => {
    const answered = request.response().then((response) => response?.finished())
    open.add(answered)
    void answered.finally(() => open.delete(answered))
  })
  return async () => {
    await page.evaluate(() => 0)
    await Promise.all(open)
  }
}

/** Lets time go by for the page and for its world alike, a reading of usage at a time. */
export const passMinutes = async (page: Page, sandbox: Sandbox, minutes: number) => {
  const answered = followRequests(page)
  await page.clock.pauseAt(instant)
  for (let passed = secondsAStep; passed <= minutes * 60; passed += secondsAStep) {
    await sandbox.advance(secondsAStep)
    await page.clock.setFixedTime(instant + passed * 1000)
    await page.clock.runFor(secondsAStep * 1000)
    await answered()
  }
}
