import { beforeEach, expect, test, vi } from 'vitest'

import { watchRestoredPage } from './restored-page.ts'

const schedule = vi.hoisted(() => vi.fn<(priority: number, work: () => void) => void>())
vi.mock('scheduler', () => ({ unstable_NormalPriority: 3, unstable_scheduleCallback: schedule }))

const reload = vi.fn<() => void>()
watchRestoredPage(reload)

beforeEach(() => {
  schedule.mockReset()
  reload.mockReset()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const show = (persisted: boolean) => {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))
}

test('a page that comes back and works stays', () => {
  schedule.mockImplementation((_, work) => {
    setTimeout(work, 100)
  })
  show(true)
  vi.advanceTimersByTime(10_000)
  expect(reload).not.toHaveBeenCalled()
})

test('one whose scheduler does not wake is loaded anew', () => {
  show(true)
  vi.advanceTimersByTime(1900)
  expect(reload).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(reload).toHaveBeenCalledOnce()
})

test('one that was loaded is left alone', () => {
  show(false)
  vi.advanceTimersByTime(10_000)
  expect(reload).not.toHaveBeenCalled()
})
