import { describe, expect, it } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { readErrorBody } from '#contract/errors.ts'

import { instanceFailure } from './act-failure.ts'

const said = (status: number, body: unknown) =>
  instanceFailure(httpError(status, readErrorBody(body), null), 'rna-atlas', 'stopped')

describe('what is told of an act that failed', () => {
  it('is what was not done, and the reason in the service’s words', () => {
    expect(said(400, { detail: 'Instance is not in a stoppable state.' })).toEqual({
      title: 'rna-atlas was not stopped.',
      detail: 'Instance is not in a stoppable state.',
    })
  })

  it('keeps messages for fields that are not on the screen', () => {
    expect(said(400, { n_gpus: ['No GPU here.'] }).detail).toContain('No GPU here.')
  })

  it('does not claim to know what happened when the answer was lost', () => {
    const lost = [
      new ApiError({ kind: 'network', message: 'The service could not be reached.' }),
      new ApiError({ kind: 'timeout', message: 'The service did not answer in time.' }),
      httpError(502, readErrorBody('<html>'), null),
    ]
    for (const error of lost) {
      const { title, detail } = instanceFailure(error, 'rna-atlas', 'stopped')
      expect(title).toBe('It is not known whether rna-atlas was stopped.')
      expect(detail).toContain('look at it before you repeat this')
    }
  })
})
