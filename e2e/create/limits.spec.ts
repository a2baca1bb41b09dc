import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates, startAnother } from './create-form.ts'

test.use({ scenario: 'empty' })

const sizes = (vcpus: number, memory: number, disk: number) => ({
  vCPUs: String(vcpus),
  'Memory (GiB)': String(memory),
  'Disk (GiB)': String(disk),
})

const shortest = 'az'
const longest = `a${'-'.repeat(61)}z`

test('the limits of the API page hold: what is beyond them is told at its field, what is just within is created', async ({
  page,
  sandbox,
}) => {
  const { create, field, fill, summary } = await openCreate(page, sandbox)

  await test.step('a name is checked while it is typed, at both ends of its length', async () => {
    const name = field('Name')
    await name.fill('a')
    await expect(name).toHaveAccessibleDescription('A name has at least 2 characters.')
    await name.fill('a'.repeat(64))
    await expect(name).toHaveAccessibleDescription('A name has at most 63 characters.')
    for (const wrong of ['-box', 'box-', 'My box', 'box_1']) {
      await name.fill(wrong)
      await expect(name).toHaveAccessibleDescription(/lowercase letters, digits and hyphens/)
    }
    for (const right of [shortest, longest]) {
      await name.fill(right)
      await expect(name).toHaveAccessibleDescription('')
    }
  })

  await test.step('a size below or beyond the limits is told at each field and not sent', async () => {
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

  await test.step('what is no whole number is told, and kept as typed', async () => {
    await fill({ vCPUs: 'eight', 'Memory (GiB)': '1.5', 'Disk (GiB)': '' })
    await create.click()
    await expect(field('vCPUs')).toHaveAccessibleDescription('vCPUs: enter a whole number, 1 to 256.')
    await expect(field('Memory (GiB)')).toHaveAccessibleDescription(/enter a whole number/)
    await expect(field('Disk (GiB)')).toHaveAccessibleDescription(/enter a whole number/)
    await expect(field('vCPUs')).toHaveValue('eight')
    await expect(summary).toContainText('no number yet')
    expect(await sentCreates(sandbox)).toEqual([])
  })

  for (const [what, vcpus, memory, disk, name] of [
    ['largest', 256, 512, 2000, longest],
    ['smallest', 1, 1, 10, shortest],
  ] as const)
    await test.step(`the ${what} size of the API page is created`, async () => {
      await fill({ ...sizes(vcpus, memory, disk), Name: name })
      await create.click()
      await expect(page).toHaveURL(`/instances/${name}`)
      expect((await sentCreates(sandbox)).at(-1)).toMatchObject({
        n_vcpus: vcpus,
        mem_gib: memory,
        disk_size_gib: disk,
      })
      await startAnother(page)
    })
})
