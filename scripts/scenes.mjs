// What scripts/screenshots.mjs takes pictures of: every page and its main states.

const region = (page, name) => page.getByRole('region', { name, exact: true })
const button = (page, name) => page.getByRole('button', { name, exact: true })
const field = (page, name) => page.getByLabel(name, { exact: true })
const heading = (page) => page.getByRole('heading', { level: 1 })
const shown = (locator) => locator.first().waitFor()

const fleet = async ({ page, open }, search = '') => {
  await open(`/instances${search}`)
  await shown(page.getByRole('table', { name: 'Instances' }).getByRole('link'))
}

const instance = async ({ page, open }, name) => {
  await open(`/instances/${name}`)
  await shown(heading(page).filter({ hasText: name }))
}

const dialogOn = (name, act) => async (tools) => {
  await instance(tools, name)
  await button(tools.page, act).click()
  await shown(tools.page.getByRole('dialog').or(tools.page.getByRole('alertdialog')))
}

const create = async ({ page, open }, search = '') => {
  await open(`/instances/new${search}`)
  await shown(region(page, 'Summary').getByText('/ hour'))
}

const rstudio =
  '?flavor=rstudioserver&n_vcpus=16&mem_gib=64&disk_size_gib=500&cpu_tier=high-performance&name=rna-atlas-2'

/**
 * Scene → how to get there. `world` is the kind of sandbox key it wants (`lab` where it says nothing), `null` to be signed out.
 * `minutes` of the sandbox go by before the picture, for charts that have something to show.
 */
export const scenes = {
  'sign-in': { world: null, go: ({ open }) => open('/sign-in') },
  'sign-in-refused': {
    world: null,
    go: async ({ page, open }) => {
      await open('/sign-in')
      await field(page, 'API key').fill('not-a-key')
      await button(page, 'Sign in').click()
      await shown(page.getByRole('alert'))
    },
  },
  fleet: { go: fleet, minutes: 5 },
  'fleet-filtered': { go: (tools) => fleet(tools, '?state=running&sort=cost&order=desc') },
  'fleet-grouped': { go: (tools) => fleet(tools, '?group=owner') },
  'fleet-nothing-matches': {
    go: async ({ page, open }) => {
      await open('/instances?q=nothing-like-this')
      await shown(page.getByText('No instance matches'))
    },
  },
  'fleet-menu': {
    go: async (tools) => {
      await fleet(tools)
      await tools.page.getByRole('button', { name: 'Actions for gateway' }).click()
      await shown(tools.page.getByRole('menu'))
    },
  },
  'fleet-selected': {
    go: async (tools) => {
      await fleet(tools)
      for (const name of ['ab', 'dev-server', 'far-host'])
        await tools.page.getByRole('checkbox', { name: `Select ${name}` }).check()
    },
  },
  'fleet-empty': { world: 'empty', go: ({ open }) => open('/instances') },
  'fleet-huge': { world: 'huge', go: fleet },
  'fleet-live': { world: 'live', go: fleet },
  create: { go: (tools) => create(tools, rstudio) },
  'create-vm': {
    go: async (tools) => {
      await create(tools)
      await tools.page.getByRole('radio', { name: 'Virtual machine' }).check()
    },
  },
  'create-refused': {
    go: async (tools) => {
      await create(tools)
      await field(tools.page, 'vCPUs').fill('999')
      await field(tools.page, 'Name').fill('Not A Name')
      await button(tools.page, 'Create instance').click()
    },
  },
  'create-full': {
    world: 'full',
    go: async (tools) => {
      await create(tools, rstudio)
      await button(tools.page, 'Create instance').click()
      await shown(button(tools.page, 'Keep trying'))
    },
  },
  instance: { go: (tools) => instance(tools, 'rna-atlas'), minutes: 15 },
  'instance-vm': { go: (tools) => instance(tools, 'gateway') },
  'instance-idle-gpu': { go: (tools) => instance(tools, 'llama-tune'), minutes: 32 },
  'instance-stopped': { go: (tools) => instance(tools, 'geo-maps-2025') },
  'instance-provisioning': { go: (tools) => instance(tools, 'brave-box-979') },
  'instance-error': { go: (tools) => instance(tools, 'star-index') },
  'instance-unreachable': { go: (tools) => instance(tools, 'far-host') },
  'instance-long-name': {
    go: (tools) => instance(tools, 'single-cell-perturbation-screen-replicate-three-rerun-2026-long'),
  },
  'instance-missing': { go: ({ open }) => open('/instances/never-was') },
  'dialog-stop': { go: dialogOn('rna-atlas', 'Stop') },
  'dialog-resize': { go: dialogOn('rna-atlas', 'Resize') },
  'dialog-rename': { go: dialogOn('rna-atlas', 'Rename') },
  'dialog-delete': { go: dialogOn('rna-atlas', 'Delete') },
  'dialog-api-calls': { go: dialogOn('gateway', 'Show API call') },
  'dialog-no-room': { world: 'full', go: dialogOn('dev-server', 'Restart') },
  palette: {
    go: async (tools) => {
      await fleet(tools)
      await tools.page.keyboard.press('ControlOrMeta+k')
      await shown(tools.page.getByRole('dialog'))
    },
  },
  'web-apps': { go: ({ open }) => open('/webapps') },
  costs: { go: ({ open }) => open('/costs') },
  activity: { go: ({ open }) => open('/activity') },
  settings: { go: ({ open }) => open('/settings') },
  'not-found': { go: ({ open }) => open('/nowhere') },
}
