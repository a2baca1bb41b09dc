import { describe, expect, it } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { readErrorBody } from '#contract/errors.ts'

import { mayFindRoomLater } from './use-keep-trying.ts'

const answered = (status: number, body: unknown) =>
  mayFindRoomLater(httpError(status, readErrorBody(body), null))

describe('keep trying goes on', () => {
  it('while the host is full or the service asks to wait', () => {
    expect(answered(422, { detail: { message: 'Insufficient', bottleneck: ['n_vcpus'] } })).toBe(true)
    expect(answered(429, null)).toBe(true)
  })

  it('not at a limit of the account, which no waiting lifts', () => {
    expect(answered(422, { message: 'Limit', bottleneck: ['account_vcpus'], limit: 8, current: 8 })).toBe(
      false,
    )
  })

  it('not when it is unknown what happened, or something else is wrong', () => {
    expect(mayFindRoomLater(new ApiError({ kind: 'timeout', message: 'Late.' }))).toBe(false)
    expect(answered(502, null)).toBe(false)
    expect(answered(400, { detail: 'No.' })).toBe(false)
  })
})
