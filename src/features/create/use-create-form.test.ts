import { describe, expect, it } from 'vitest'

import { type CreateForm, emptyCreateForm } from '#model/create/create-form.ts'

import { createResolver } from './use-create-form.ts'

const check = async (form: Partial<CreateForm>) => {
  const values = { ...emptyCreateForm, ...form }
  const options = { fields: {}, shouldUseNativeValidation: false }
  return createResolver(new Set(['rna-atlas']))(values, undefined, options)
}

describe('checking the form', () => {
  it('lets a sound one through as it is', async () => {
    expect(await check({ name: 'new-box' })).toEqual({
      values: { ...emptyCreateForm, name: 'new-box' },
      errors: {},
    })
  })

  it('flags a name of one’s own beside everything else that is wrong', async () => {
    const { errors } = await check({ name: ' rna-atlas ', n_vcpus: '0' })
    expect(errors.name?.message).toMatch(/already have an instance called rna-atlas/)
    expect(errors.n_vcpus?.message).toBe('vCPUs can be 1 to 256.')
  })
})
