import { describe, expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { hasBegun } from './read-after-error.ts'

const asked = { uuid: 'u', name: 'dev-server' }

describe('a reading shows that a refused request was carried out all the same', () => {
  const begun = (
    request: OperationRequest,
    before: Record<string, unknown>,
    latest: Record<string, unknown>,
  ) => hasBegun(request, anInstance(before), anInstance(latest))

  test.each([
    ['stop', 'running', 'exited', true],
    ['stop', 'running', 'running', false],
    ['stop', 'exited', 'exited', false],
    ['restart', 'exited', 'provisioning', true],
    ['restart', 'exited', 'running', true],
    ['restart', 'running', 'running', false],
    ['restart', 'exited', 'exited', false],
    ['delete', 'running', 'deleting', true],
    ['delete', 'deleting', 'deleting', false],
    ['delete', 'running', 'running', false],
  ] as const)('%s: %s before, %s after: %s', (action, before, after, expected) => {
    expect(begun({ ...asked, action }, { state: before }, { state: after })).toBe(expected)
  })

  test('a resize by its size, a port by the ports, a delete by the instance being gone', () => {
    const resize = { ...asked, action: 'resize', to: { n_vcpus: 16 } } as const
    expect(begun(resize, {}, { n_vcpus: 16, state: 'resizing' })).toBe(true)
    expect(begun(resize, {}, { state: 'migrating' })).toBe(false)
    expect(begun({ ...asked, action: 'openPort', port: 443 }, {}, { wan_ports: [443] })).toBe(true)
    expect(
      begun({ ...asked, action: 'openPort', port: 443 }, { wan_ports: [443] }, { wan_ports: [443] }),
    ).toBe(false)
    expect(hasBegun({ ...asked, action: 'delete' }, anInstance(), undefined)).toBe(true)
    expect(hasBegun({ ...asked, action: 'stop' }, anInstance(), undefined)).toBe(false)
  })
})
