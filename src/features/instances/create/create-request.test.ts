import { describe, expect, it } from 'vitest'

import { emptyCreateForm } from '#model/create-form.ts'

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
