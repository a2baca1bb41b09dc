import { button, dialog, region, type Scene } from './scene.ts'

const create: Pick<Scene, 'path' | 'ready'> = {
  path: '/instances/new',
  ready: (page) => region('Summary')(page).getByText('/ h', { exact: true }).first(),
}

const rstudio =
  '/instances/new?flavor=rstudioserver&n_vcpus=16&mem_gib=64&disk_size_gib=500&cpu_tier=high-performance&name=rna-atlas-2'

export const createScenes: readonly Scene[] = [
  { ...create, name: 'create', path: rstudio },
  {
    ...create,
    name: 'create-vm',
    path: '/instances/new?resource_type=vm&name=jump-host',
  },
  {
    ...create,
    name: 'create-refused',
    path: '/instances/new?name=rna-atlas-2',
    steps: async (page) => {
      await page.getByLabel('vCPUs', { exact: true }).fill('999')
      await page.getByLabel('Name', { exact: true }).fill('Not A Name')
      await button('Create instance')(page).click()
    },
  },
  {
    ...create,
    name: 'create-linked-identity',
    path: '/instances/new?public_key=ssh-ed25519+AAAAC3NzaC1lZDI1NTE5AAAAIA8YgnHNMIsM1SUs4oDNXl6ANkCnThFya0Px%2BQChGtGc+ada%40lab.example&aws_endpoint_url=https%3A%2F%2Fs3.example',
  },
  {
    ...create,
    name: 'create-full',
    world: 'full',
    path: rstudio,
    steps: async (page) => {
      await button('Create instance')(page).click()
      await button('Keep trying')(page).waitFor()
    },
  },
  {
    ...create,
    name: 'create-recipes',
    overlay: { opener: button('Recipes'), shows: dialog },
  },
  {
    ...create,
    name: 'create-save-recipe',
    path: rstudio,
    overlay: { opener: button('Save recipe'), shows: dialog },
  },
]
