import { expect, test } from '../support/fixtures.ts'

test('the API is documented where the API page says, by Swagger UI and as a schema', async ({
  page,
  request,
}) => {
  const schema = await request.get('/api/schema/')
  expect(await schema.json()).toMatchObject({ openapi: expect.stringMatching(/^3\./) })
  await page.goto('/api/docs/')
  await expect(page.getByRole('heading', { name: /Carolina Cloud API/ })).toBeVisible()
  await expect(page.locator('.opblock')).toHaveCount(10)
  await page.locator('.opblock', { hasText: 'Provision a new VM or container.' }).click()
  await expect(page.locator('.opblock.is-open')).toContainText('Insufficient resources available')
})
