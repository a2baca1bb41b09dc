import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { fleetCsv } from './fleet-csv.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

const lines = (csv: string): string[] => csv.trimEnd().split('\r\n')

test('a line for each instance, under the API’s own words, with exact prices', () => {
  const [head, line, ...rest] = lines(fleetCsv([anInstance({ state: 'shut_off' })]))
  // Scripts go by the order of the columns: a new one comes after these.
  expect(head).toBe(
    '\uFEFFname,uuid,state,resource_type,flavor,cpu_tier,n_vcpus,mem_gib,disk_size_gib,n_gpus,gpu_model,owner_email,created_at,' +
      'lan_ipv4,public_ipv4,ssh_command,hourly_cost_now_usd,hourly_cost_running_usd,hourly_cost_stopped_usd',
  )
  expect(line).toMatch(/^dev-server,a1b2c3d4-.*,shut_off,vm,base,general-purpose,8,16,100,0,,,/)
  expect(line).toMatch(/,0\.1,0\.82,0\.1$/)
  expect(rest).toEqual([])
})

test('an unknown price is empty, not what is known of it', () => {
  const line = lines(fleetCsv([anInstance({ vcpu_cost_hourly_usd: null })]))[1]
  expect(line).toMatch(/,,,0\.1$/)
})

test('no password and no web app address is ever in it', () => {
  const secrets = {
    original_ccloud_password: 'hunter2-secret',
    webapp_url: 'https://x.example/?token=s3cret',
  }
  fc.assert(
    fc.property(anyInstance, (instance) => {
      expect(fleetCsv([{ ...instance, ...secrets }])).not.toMatch(/hunter2|s3cret/)
    }),
  )
})
