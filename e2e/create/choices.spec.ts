import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates } from './create-form.ts'

test('every choice is worth its price, and is made by pointer, by key or by number', async ({
  page,
  sandbox,
}) => {
  const { create, environment, field, fill, radio, summary, tier } = await openCreate(page, sandbox)

  await test.step('every choice says what it does to the price, and the numbers agree when it is made', async () => {
    await expect(radio('Base')).toHaveAccessibleDescription('Ubuntu 24.04 from $0.034 / h')
    await expect(
      environment.getByRole('radio', { name: 'Genomics', exact: true }),
    ).toHaveAccessibleDescription(/from \$0\.\d{3}\s\/\sh/)
    await radio('RStudio').check()
    await expect(page.getByText('usual for RStudio')).toBeVisible()
    await expect(radio('Small')).toHaveAccessibleDescription('4 vCPU · 16 · 100 GiB chosen')
    await expect(radio('Large')).toHaveAccessibleDescription(/16\svCPU · 64 · 500\sGiB \+\$0\.340/)
    await radio('Large').check()
    await expect(summary).toContainText('$0.450 / h')
    await expect(radio('Small')).toHaveAccessibleDescription(/−\$0\.340/)

    await expect(tier.getByRole('radio', { name: 'High performance' })).toHaveAccessibleDescription(
      'Over 5 GHz +$0.160',
    )
    await radio('High performance').check()
    await expect(summary).toContainText('$0.610 / h')
    await expect(radio('General purpose')).toHaveAccessibleDescription('AMD EPYC −$0.160')

    await expect(field('GPU model').getByRole('option')).toContainText([
      'None',
      'RTX 4090 · 24 GB · +$0.350',
      'RTX 5090 · 32 GB · +$0.550',
      'RTX PRO 6000 Blackwell · 96 GB · +$1.200',
      'Other model…',
    ])
  })

  await test.step('a slider goes from mark to mark, and shows the exact number in between', async () => {
    await field('vCPUs').fill('2')
    const slider = page.getByRole('slider', { name: 'CPU slider' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect(field('vCPUs')).toHaveValue('4')
    await field('vCPUs').fill('12')
    await expect(slider).toHaveAttribute('aria-valuetext', '12 vCPU')
    await slider.press('ArrowRight')
    await expect(field('vCPUs')).toHaveValue('16')
    await slider.press('End')
    await expect(field('vCPUs')).toHaveValue('256')
    const disk = page.getByRole('slider', { name: 'Disk slider' })
    const box = await disk.boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 10, (box?.y ?? 0) + 17)
    await expect(field('Disk (GiB)')).toHaveValue('2000')
  })

  await test.step('a GPU is a card to the mouse and one select to everything else', async () => {
    await fill({ vCPUs: '4', 'Disk (GiB)': '100' })
    await page.getByText('RTX PRO 6000', { exact: true }).click()
    await expect(field('GPU model')).toHaveValue('RTX PRO 6000 Blackwell')
    await expect(summary).toContainText('1 GPU')
    await field('GPU model').focus()
    await page.keyboard.press('ArrowUp')
    await expect(field('GPU model')).toHaveValue('RTX 5090')
    await page.keyboard.press('Tab')
    await expect(field('Name')).toBeFocused()
    await create.click()
    await expect(page).not.toHaveURL(/\/new/)
    expect(await sentCreates(sandbox)).toMatchObject([{ gpu_model: 'RTX 5090' }])
  })
})
