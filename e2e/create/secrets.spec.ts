import type { Page } from '@playwright/test'

import { expect, test } from '../support/fixtures.ts'

import { openCreate, sentCreates } from './create-form.ts'

const s3Secret = 'wJalrXUtnFEMI-EXAMPLE-SECRET'
const anthropicKey = 'sk-ant-EXAMPLE-KEY'

/** Everything this browser keeps for the site, and the page's own text, as one string. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')))
      })
    const rows: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames)
        rows.push(await read(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const caches = await globalThis.caches.keys()
    const stores = [Object.entries(localStorage), Object.entries(sessionStorage)]
    return JSON.stringify([
      location.href,
      document.cookie,
      document.title,
      document.body.innerText,
      stores,
      rows,
      caches,
    ])
  })

test('no secret is kept: neither a private key, which is refused, nor what is sent once', async ({
  page,
  sandbox,
}) => {
  const lines: string[] = []
  const addresses: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  page.on('request', (request) => addresses.push(request.url()))
  const expectNowhere = async () => {
    const all = [await kept(page), await page.content(), ...lines, ...addresses].join('\n')
    expect(all).not.toContain(s3Secret)
    expect(all).not.toContain(anthropicKey)
  }

  await sandbox.faults([
    {
      method: 'POST',
      path: '/api/instance/',
      status: 400,
      body: { aws_secret_access_key: ['This secret does not fit the key ID.'] },
      times: 1,
    },
  ])
  const { create, field, fill, summary } = await openCreate(page, sandbox)

  await test.step('a private key is refused in words and kept nowhere', async () => {
    const privateKey =
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n'
    await field('SSH public key').fill(privateKey)
    await expect(field('SSH public key')).toHaveAccessibleDescription(/This is a private key/)
    await create.click()
    await expect(field('SSH public key')).toBeFocused()
    expect(await kept(page)).not.toContain('b3BlbnNza')
    expect(await sentCreates(sandbox)).toEqual([])
    await field('SSH public key').fill('')
  })

  await test.step('secrets are nowhere but in the form and in the one request', async () => {
    await fill({
      Name: 'well-kept',
      'S3 endpoint URL': 'https://s3.example.com',
      'S3 access key ID': 'AKIAEXAMPLE',
      'S3 secret access key': s3Secret,
      'Anthropic API key': anthropicKey,
    })
    await expect(field('S3 secret access key')).toHaveAttribute('type', 'password')
    await expect(field('Anthropic API key')).toHaveAttribute('type', 'password')
    // Or a browser fills the kept API key into them.
    for (const name of ['S3 secret access key', 'Anthropic API key'])
      await expect(field(name)).toHaveAttribute('autocomplete', 'new-password')

    await summary.getByText('Show API call').click()
    await expect(summary.locator('pre')).toContainText('$AWS_SECRET_ACCESS_KEY')
    await expect(summary.locator('pre')).toContainText('$ANTHROPIC_API_KEY')
    await expect(summary.locator('pre')).toContainText('$CCLOUD_API_KEY')
    await expectNowhere()

    await create.click()
    await expect(field('S3 secret access key')).toHaveAccessibleDescription(/does not fit the key ID/)
    await expect(field('S3 secret access key')).toHaveValue(s3Secret)
    await expectNowhere()

    await create.click()
    await expect(page).toHaveURL('/instances/well-kept')
    await expectNowhere()
    expect(await sentCreates(sandbox)).toMatchObject([
      {},
      { aws_secret_access_key: '•••', anthropic_api_key: '•••' },
    ])
  })
})
