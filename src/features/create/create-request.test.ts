import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'
import { emptyCreateForm } from '#model/create/create-form.ts'

import { isMadeBy } from '#operations/create.ts'

import { createRequest } from './create-request.ts'

describe('what is sent', () => {
  it('always has a name', () => {
    expect(createRequest(emptyCreateForm, 'brave-box-979', null).name).toBe('brave-box-979')
    expect(createRequest({ ...emptyCreateForm, name: 'mine' }, 'brave-box-979', null).name).toBe('mine')
  })

  it('has a distribution only for a virtual machine of a service that asked', () => {
    const vm = { ...emptyCreateForm, resource_type: 'vm' } as const
    expect(createRequest(vm, 'a-vm', 'debian').distro).toBe('debian')
    expect(createRequest(vm, 'a-vm', null)).not.toHaveProperty('distro')
    expect(createRequest(emptyCreateForm, 'a-box', 'debian')).not.toHaveProperty('distro')
  })
})

describe('whether an instance came of a request', () => {
  const request = createRequest(emptyCreateForm, 'brave-box-979', null)
  const instance = (more: object = {}) => z.parse(instanceSchema, { uuid: 'a uuid', ...request, ...more })

  it('is told by the name and by what was asked for', () => {
    expect(isMadeBy(request, instance())).toBe(true)
    expect(isMadeBy(request, instance({ name: 'another' }))).toBe(false)
    expect(isMadeBy(request, instance({ n_vcpus: 64 }))).toBe(false)
    expect(isMadeBy(request, instance({ resource_type: 'vm' }))).toBe(false)
  })
})
