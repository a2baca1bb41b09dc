import { expect, test } from 'vitest'

import { byUse, MOST_WEB_APPS_USED, webAppUseOf, withOpened, withPin } from './web-app-use.ts'

test('pinned ones come first, then those opened last, and the rest stay as they were', () => {
  let all = withOpened([], 'b', 100)
  all = withOpened(all, 'c', 200)
  all = withPin(all, 'd', true)
  const kept = webAppUseOf(all)
  expect(byUse(['a', 'b', 'c', 'd', 'e'], kept)).toEqual(['d', 'c', 'b', 'a', 'e'])
})

test('a pin keeps when it was opened, and without either nothing is remembered', () => {
  const opened = withOpened([], 'a', 100)
  const pinned = withPin(opened, 'a', true)
  expect(pinned).toEqual([{ uuid: 'a', isPinned: true, openedAt: 100 }])
  expect(withPin(pinned, 'a', false)).toEqual(opened)
  expect(withPin(withPin([], 'a', true), 'a', false)).toEqual([])
})

test('of too many, those opened longest ago are forgotten, and no pinned one', () => {
  let all = withPin([], 'kept', true)
  for (let at = 1; at <= MOST_WEB_APPS_USED + 5; at += 1) all = withOpened(all, `app-${at}`, at)
  expect(all).toHaveLength(MOST_WEB_APPS_USED)
  expect(all[0]?.uuid).toBe('kept')
  expect(webAppUseOf(all)('app-5').openedAt).toBeNull()
  expect(webAppUseOf(all)(`app-${MOST_WEB_APPS_USED + 5}`).openedAt).toBe(MOST_WEB_APPS_USED + 5)
})
