import { expect, test } from 'vitest'

import { pageFlavors } from '#contract/vocabulary.ts'

import { environmentLabel, flavorInfo, flavorLabel } from './flavors.ts'

test('the flavors of the API page have their names', () => {
  expect(pageFlavors.map(flavorLabel)).toEqual([
    'Base',
    'Data science',
    'Marimo',
    'Marimo, data science',
    'RStudio',
    'RStudio geospatial',
    'Genomics',
    'Genomics, plain',
  ])
})

test('only the base flavor is there for a virtual machine', () => {
  expect(pageFlavors.filter((flavor) => flavorInfo(flavor).types.includes('vm'))).toEqual(['base'])
})

test('Genomics says that Sentieon costs extra, and what does without', () => {
  expect(flavorInfo('genomics').surcharge).toMatch(/Sentieon.*Genomics, plain/)
  expect(pageFlavors.filter((flavor) => flavorInfo(flavor).surcharge !== null)).toEqual(['genomics'])
})

test('notebooks and RStudio open in the browser', () => {
  expect(flavorInfo('datasciencemarimo').opens).toBe('Marimo')
  expect(flavorInfo('rgeospatial').opens).toBe('RStudio')
  expect(flavorInfo('genomics').opens).toBeNull()
})

test('a flavor that is not on the page has a name all the same', () => {
  expect(['jupyterlab', 'nextflow-head', 'shiny_server', 'constructor'].map(flavorLabel)).toEqual([
    'JupyterLab',
    'Nextflow head',
    'Shiny server',
    'Constructor',
  ])
})

test('a plain virtual machine is named for its system', () => {
  const vm = { resource_type: 'vm', flavor: 'base', distro: null }
  expect(environmentLabel(vm)).toBe('Ubuntu')
  expect(environmentLabel({ ...vm, flavor: 'vm', distro: 'debian' })).toBe('Debian')
  expect(environmentLabel({ ...vm, resource_type: 'container' })).toBe('Base')
  expect(environmentLabel({ ...vm, flavor: 'genomics' })).toBe('Genomics')
  expect(environmentLabel({ ...vm, flavor: 'marimo', resource_type: 'container' })).toBe('Marimo')
})

test('of a flavor that nobody told us of nothing is claimed', () => {
  expect(flavorInfo('shiny_server')).toEqual({
    label: 'Shiny server',
    description: '',
    types: ['vm', 'container'],
    opens: null,
    family: 'plain',
    surcharge: null,
  })
})
