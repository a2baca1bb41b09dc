import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { storageProblems } from '#page/storage-problem.tsx'
import type { DatabaseProblem } from '#storage/database-connection.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import CostsPage from '../costs/costs-page.tsx'
import ActivityPage from './activity-page.tsx'

/** What the pages load when they want the database; null for one that is well. */
const state = vi.hoisted((): { problem: DatabaseProblem | null } => ({ problem: null }))
vi.mock('#storage/database.ts', () => ({
  databaseProblem: () => state.problem,
  withDatabase: (_work: unknown, standIn: unknown) => Promise.resolve(state.problem === null ? 1 : standIn),
  quarantine: () => Promise.resolve(),
}))
vi.mock('#storage/activity.ts', () => ({ recallActivity: () => Promise.resolve([]) }))

const pages = [
  { name: 'Activity', page: <ActivityPage /> },
  { name: 'Costs', page: <CostsPage /> },
]

test.each(pages)('$name says why what it shows is not stored, and nothing where it is', async ({ page }) => {
  const { poll } = await renderSignedIn(page, { instances: [anInstance({})] })
  const shown = () => Object.values(storageProblems).filter((text) => screen.queryByText(text) !== null)
  expect(shown()).toEqual([])
  for (const problem of ['unavailable', 'newer', 'silent'] as const) {
    state.problem = problem
    await poll()
    expect(shown()).toEqual([storageProblems[problem]])
  }
  state.problem = null
})

test('Activity does not claim to record where nothing is stored', async () => {
  state.problem = 'unavailable'
  await renderSignedIn(<ActivityPage />, { instances: [] })
  expect(screen.getByText(/listed here until the page is closed/)).toBeDefined()
  state.problem = null
})
