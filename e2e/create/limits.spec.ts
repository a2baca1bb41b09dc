import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates } from './create-form.ts'

test.use({ scenario: 'empty' })

const sizes = (vcpus: number, memory: number, disk: number) => ({
  vCPUs: String(vcpus),
  'Memory (GiB)': String(memory),
  'Disk (GiB)': String(disk),
})

for (const [what, vcpus, memory, disk] of [
  ['smallest', 1, 1, 10],
  ['largest', 256, 512, 2000],
] as const) {
  test(`the ${what} size of the API page is created`, async ({ page, sandbox }) => {
    const { create, fill } = await openCreate(page, sandbox)
    await fill({ ...sizes(vcpus, memory, disk), Name: `the-${what}` })
    await create.click()
    await expect(page).toHaveURL(`/instances/the-${what}`)
    expect(await sentCreates(sandbox)).toMatchObject([
      { n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk },
    ])
  })
}

test('a size below or beyond the limits is told at each field and not sent', async ({ page, sandbox }) => {
  const { create, field, fill } = await openCreate(page, sandbox)
  for (const [vcpus, memory, disk] of [
    [0, 0, 9],
    [257, 513, 2001],
  ] as const) {
    await fill(sizes(vcpus, memory, disk))
    await create.click()
    await expect(field('vCPUs')).toHaveAccessibleDescription('vCPUs can be 1 to 256.')
    await expect(field('Memory (GiB)')).toHaveAccessibleDescription('Memory can be 1 to 512 GiB.')
    await expect(field('Disk (GiB)')).toHaveAccessibleDescription('Disk can be 10 to 2,000 GiB.')
    await expect(field('vCPUs')).toBeFocused()
    await fill(sizes(4, 8, 50))
    await expect(field('vCPUs')).toHaveAccessibleDescription('')
  }
  expect(await sentCreates(sandbox)).toEqual([])
})

test('what is no whole number is told, and kept as typed', async ({ page, sandbox }) => {
  const { create, field, fill, summary } = await openCreate(page, sandbox)
  await fill({ vCPUs: 'eight', 'Memory (GiB)': '1.5', 'Disk (GiB)': '' })
  await create.click()
  await expect(field('vCPUs')).toHaveAccessibleDescription('vCPUs: enter a whole number, 1 to 256.')
  await expect(field('Memory (GiB)')).toHaveAccessibleDescription(/enter a whole number/)
  await expect(field('Disk (GiB)')).toHaveAccessibleDescription(/enter a whole number/)
  await expect(field('vCPUs')).toHaveValue('eight')
  await expect(summary).toContainText('no number yet')
  expect(await sentCreates(sandbox)).toEqual([])
})

test('a name is checked while it is typed, at both ends of its length', async ({ page, sandbox }) => {
  const { create, field } = await openCreate(page, sandbox)
  const name = field('Name')
  await name.fill('a')
  await expect(name).toHaveAccessibleDescription('A name has at least 2 characters.')
  await name.fill('a'.repeat(64))
  await expect(name).toHaveAccessibleDescription('A name has at most 63 characters.')
  for (const wrong of ['-box', 'box-', 'My box', 'box_1']) {
    await name.fill(wrong)
    await expect(name).toHaveAccessibleDescription(/lowercase letters, digits and hyphens/)
  }
  const longest = `a${'-'.repeat(61)}z`
  await name.fill(longest)
  await expect(name).toHaveAccessibleDescription('')
  await create.click()
  await expect(page).toHaveURL(`/instances/${longest}`)
})
