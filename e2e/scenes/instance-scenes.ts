import { button, dialog, heading, region, type Scene } from './scene.ts'

const longest = 'single-cell-perturbation-screen-replicate-three-rerun-2026-long'

const instance = (name: string): Pick<Scene, 'path' | 'ready'> => ({
  path: `/instances/${name}`,
  ready: heading(name),
})

const dialogOn = (name: string, action: string) => ({
  ...instance(name),
  overlay: { opener: button(action), shows: dialog },
})

export const instanceScenes: readonly Scene[] = [
  { ...instance('rna-atlas'), name: 'instance', minutes: 15 },
  { ...instance('gateway'), name: 'instance-vm' },
  {
    ...instance('license-server'),
    name: 'instance-connect',
    steps: async (page) => {
      await region('Connect')(page).getByRole('radio', { name: 'VS Code' }).check()
    },
  },
  { ...instance('llama-tune'), name: 'instance-idle-gpu', minutes: 32 },
  { ...instance('geo-maps-2025'), name: 'instance-stopped' },
  { ...instance('brave-box-979'), name: 'instance-provisioning' },
  { ...instance('star-index'), name: 'instance-error' },
  { ...instance('far-host'), name: 'instance-unreachable' },
  { ...instance(longest), name: 'instance-long-name' },
  {
    name: 'instance-missing',
    path: '/instances/never-was',
    ready: (page) => page.getByRole('heading', { level: 1 }),
  },
  { ...dialogOn('rna-atlas', 'Stop'), name: 'dialog-stop' },
  { ...dialogOn('rna-atlas', 'Resize'), name: 'dialog-resize' },
  {
    ...instance('rna-atlas'),
    name: 'dialog-resize-below-use',
    steps: async (page) => {
      await button('Resize')(page).click()
      const resize = dialog(page)
      // Filled in once its use is known, as for somebody who reads before typing.
      await resize.getByText(/used now/).waitFor()
      await resize.getByLabel('Memory (GiB)').fill('16')
      await resize.getByLabel('Disk (GiB)').fill('10')
      await resize.getByRole('checkbox').waitFor()
    },
  },
  { ...dialogOn('rna-atlas', 'Rename'), name: 'dialog-rename' },
  { ...dialogOn('rna-atlas', 'Delete'), name: 'dialog-delete' },
  { ...dialogOn('gateway', 'Show API call'), name: 'dialog-api-calls' },
  { ...dialogOn('dev-server', 'Restart'), name: 'dialog-no-capacity', world: 'full' },
]
