import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'

import { ApiError } from '#api/api-error.ts'

import { useLoadFailure } from './use-load-failure.ts'

const broken = new ApiError({ kind: 'network', message: 'The service could not be reached.' })
const refused = new ApiError({ kind: 'http', status: 401, message: 'The API key was not accepted.' })

type Query = Parameters<typeof useLoadFailure>[0]
const waiting: Query = { data: undefined, error: null, isPaused: false }
const open = () => {
  const { result, rerender } = renderHook(({ query, of }) => useLoadFailure(query, of), {
    initialProps: { query: waiting, of: 'one' },
  })
  return (query: Partial<Query>, of = 'one') => {
    rerender({ query: { ...waiting, ...query }, of })
    return result.current
  }
}

test('what a try failed of stays while the next one is under way, and goes with the data', () => {
  const see = open()
  expect(see({})).toBeNull()
  expect(see({ error: broken })).toBe(broken)
  expect(see({})).toBe(broken)
  expect(see({ data: [] })).toBeNull()
  expect(see({})).toBeNull()
})

test('the failure of one instance is not that of another', () => {
  const see = open()
  expect(see({ error: broken })).toBe(broken)
  expect(see({}, 'other')).toBeNull()
})

test('offline is said, and a refused key; what fails beside data is said elsewhere', () => {
  const see = open()
  expect(see({ isPaused: true })).toBe('offline')
  expect(see({ error: refused })).toBe(refused)
  expect(see({})).toBe(refused)
  expect(see({ data: [], error: broken })).toBeNull()
})
