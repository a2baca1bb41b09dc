import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'
import { canAct } from '#model/acts.ts'

import { allCommands, findCommands } from './commands.ts'

const instance = (name: string, state: string) =>
  z.parse(instanceSchema, { uuid: `u-${name}`, name, state, resource_type: 'container', flavor: 'base' })

const commands = allCommands(
  [{ to: '/costs', label: 'Costs' }],
  [instance('rna-atlas', 'running'), instance('atlas-old', 'exited')],
  (name) => `/instances/${name}`,
  canAct,
)
const labels = (query: string) => findCommands(commands, query).map(({ label }) => label)

test('without words it offers where one can go, with words everything that matches', () => {
  expect(labels('')).toEqual(['Costs', 'rna-atlas', 'atlas-old'])
  expect(labels('cos')).toEqual(['Costs'])
  expect(labels('stop rna')).toEqual(['Stop rna-atlas'])
})

test('an act that is refused is never replaced by another one', () => {
  expect(labels('stop atlas-old')).toEqual(['Stop atlas-old', 'atlas-old'])
})

test('what begins with the query comes first, what is refused last and with its sentence', () => {
  expect(labels('atlas').slice(0, 2)).toEqual(['atlas-old', 'rna-atlas'])
  const [possible, refused] = findCommands(commands, 'restart atlas')
  expect([possible?.label, possible?.refusal]).toEqual(['Restart atlas-old', null])
  expect(refused?.refusal).toContain('Only a stopped instance can be restarted')
})
