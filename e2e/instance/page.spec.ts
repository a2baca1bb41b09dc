import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { accountOf, importFile } from '../activity/record.ts'
import { expect, region, signIn, test, wordsIn } from '../support/fixtures.ts'
import { button, dialog, expectState, goTo, uuidOf } from './support.ts'

/** Gives the browser a share sheet that says in the title what it was handed. */
const offerSharing = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        document.title = `shared ${data.url ?? 'nothing'}`
        return Promise.resolve()
      },
    })
  })

test('the page of a container: what it is, what it costs, and how to connect to it', async ({
  page,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.clock.install()
  const connect = region(page, 'Connect')

  await test.step('a bookmark by name leads over sign-in to the page of the instance', async () => {
    await signIn(page, sandbox.key, '/instances/rna-atlas?window=1h')
    await expect(page).toHaveURL('/instances/rna-atlas?window=1h')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rna-atlas')
    await expect(page).toHaveTitle('● rna-atlas · Hatteras')
    await expectState(page, 'running')
    await expect(page.getByRole('radio', { name: '1 h' })).toBeChecked()
    await expect(page.getByRole('main')).toContainText(
      /RStudio16 vCPU64 GiB memory500 GiB diskHigh performance/,
    )
  })

  await test.step('Cost adds up, and says what the instance costs in either state', async () => {
    const cost = region(page, 'Cost')
    await expect(cost).toContainText('$0.61')
    await expect(cost).toContainText('≈ $445 / month')
    await expect(cost).toContainText('16 vCPU × $0.0150$0.240')
    await expect(cost).toContainText('64 GiB RAM × $0.0050$0.320')
    await expect(cost).toContainText('500 GiB disk × $0.0001$0.050')
    await expect(cost).toContainText('Running$0.610')
    await expect(cost).toContainText('Stopped$0.050')
    await expect(cost).toContainText(/Since .*≈\s\$\d+ at most, \$\d+ at least/)
    await expect(cost).toContainText(/seen [<\d\s]+% of the time here/)
  })

  await test.step('Connect offers what the instance has, ready to copy', async () => {
    await expect(page.getByRole('link', { name: 'Open RStudio' })).toHaveAttribute(
      'href',
      'https://rna-atlas.carolinacloud.io/',
    )
    await connect.getByRole('button', { name: 'Copy SSH command' }).click()
    expect(await clipboard()).toMatch(/^ssh -p \d+ ccloud@login\.carolinacloud\.io$/)
    await connect.getByRole('button', { name: 'Copy web app link' }).click()
    expect(await clipboard()).toBe('https://rna-atlas.carolinacloud.io/')

    const { original_ccloud_password: password } = z.parse(
      z.object({ original_ccloud_password: z.string() }),
      await sandbox.api('get', '/instance/rna-atlas/'),
    )
    await expect(connect).not.toContainText(password)
    await connect.getByRole('button', { name: 'Copy password' }).click()
    expect(await clipboard()).toBe(password)
    await expect(connect).not.toContainText(password)
    await connect.getByRole('button', { name: 'Reveal password' }).click()
    await expect(connect).toContainText(password)
  })

  await test.step('a revealed password hides itself again after half a minute', async () => {
    await expect(connect.getByRole('button', { name: 'Hide password' })).toBeVisible()
    await page.clock.fastForward('00:31')
    await expect(connect.getByRole('button', { name: 'Reveal password' })).toBeVisible()
  })

  await test.step('VS Code and copying files have a way of their own', async () => {
    await expect(connect).toContainText('HostKeyAlias rna-atlas.carolinacloud')
    await connect.getByRole('radio', { name: 'VS Code' }).check()
    await expect(connect.getByRole('link', { name: 'Open in VS Code' })).toHaveAttribute(
      'href',
      'vscode://vscode-remote/ssh-remote+rna-atlas/home/ccloud',
    )
    await connect.getByRole('radio', { name: 'scp' }).check()
    await connect.getByRole('button', { name: 'Copy rsync command' }).click()
    expect(await clipboard()).toContain('rsync -avz')
  })
})

test('the web app link is handed on: to a camera, and to the share sheet of a system that has one', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await offerSharing(page)
  await signIn(page, sandbox.key, '/instances/rna-atlas')

  await test.step('the web app link is shown to a camera, dark on white, with the link in words', async () => {
    await button(page, 'QR code').click()
    const shown = dialog(page, 'QR code')
    const code = shown.getByRole('img', { name: 'QR code of https://rna-atlas.carolinacloud.io/' })
    await expect(code.locator('rect')).toHaveCSS('fill', 'rgb(255, 255, 255)')
    await expect(code.locator('path')).toHaveCSS('fill', 'rgb(0, 0, 0)')
    await expect(shown).toContainText('https://rna-atlas.carolinacloud.io/')
    await expect(shown.getByRole('button', { name: 'Copy web app link' })).toBeVisible()
    await expect(shown).toHaveCSS('opacity', '1')
    await page.keyboard.press('Escape')
    await expect(button(page, 'QR code')).toBeFocused()
  })

  await test.step('the web app link goes to the share sheet of a system that has one', async () => {
    await button(page, 'Share web app link').click()
    await expect(page).toHaveTitle('shared https://rna-atlas.carolinacloud.io/')
  })
})

test('the page of a virtual machine: how to reach it, what it cannot do, and what the page asks', async ({
  page,
  sandbox,
}) => {
  await test.step('a bookmark by uuid leads to the same page', async () => {
    const uuid = await uuidOf(sandbox, 'gateway')
    await signIn(page, sandbox.key, `/instances/${uuid}`)
    await expect(page).toHaveURL(`/instances/${uuid}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('gateway')
  })

  await test.step('a machine without a web app is connected to by SSH', async () => {
    await expect(region(page, 'Connect')).toContainText('ssh ccloud@203.0.113.')
    await expect(region(page, 'Connect').getByRole('link')).toHaveCount(0)
    const copy = page.getByRole('main').getByRole('button', { name: 'Copy SSH command' })
    await expect(copy.first()).toBeVisible()
  })

  await test.step('actions that the state or the type does not allow stay on the page and say why', async () => {
    await expect(button(page, 'Resize')).toHaveAttribute('aria-disabled', 'true')
    await expect(button(page, 'Resize')).toHaveAccessibleDescription(/virtual machine cannot be resized/)
    await expect(button(page, 'Restart')).toHaveAccessibleDescription(
      /Only a stopped instance can be restarted/,
    )
    await button(page, 'Resize').click({ force: true })
    await expect(dialog(page, 'Resize instance')).toBeHidden()
    await expect(button(page, 'Stop')).not.toHaveAttribute('aria-disabled')
  })

  await test.step('Show API call lists what the page does, without the key', async () => {
    await button(page, 'Show API call').click()
    const calls = dialog(page, 'API calls')
    await expect(calls).toContainText('/api/instance/gateway/stop/')
    await expect(calls).toContainText('add-port')
    await expect(calls).toContainText('$CCLOUD_API_KEY')
    await expect(calls).not.toContainText(sandbox.key)
    await expect(calls.getByRole('radio', { name: 'sh, bash, zsh, fish' })).toBeChecked()
    await calls.getByRole('radio', { name: 'PowerShell' }).check()
    await expect(calls).toContainText('Invoke-RestMethod -Method POST')
    await expect(calls).not.toContainText('curl')
    await page.keyboard.press('Escape')
    await expect(button(page, 'Show API call')).toBeFocused()
    await page.reload()
    await button(page, 'Stop').click()
    await dialog(page, 'Stop instance').getByRole('button', { name: 'Show API call' }).click()
    await expect(dialog(page, 'API call')).toContainText('$env:CCLOUD_API_KEY')
  })
})

test('the page says of each what is particular to it, and leads to a new one where that helps', async ({
  page,
  sandbox,
}) => {
  const vcpus = page.getByRole('spinbutton', { name: 'vCPUs' })

  await test.step('Details tell everything else the service says', async () => {
    const uuid = await uuidOf(sandbox, 'vision-bench')
    await signIn(page, sandbox.key, '/instances/vision-bench')
    const details = region(page, 'Details')
    for (const words of [uuid, 'Container', '192.168.', 'barbara@lab.example'])
      await expect(details).toContainText(words)
    await expect(details.locator('time')).toHaveText(/^\w+ \d+, \d{4}, \d\d:\d\d$/)
    await expect(page.getByText('30 d', { exact: true })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('1× RTX 4090')
  })

  await test.step('a restart, which asks nothing, says what it costs', async () => {
    await goTo(page, 'dev-server')
    await expect(button(page, 'Restart')).toHaveAccessibleDescription(
      /Compute billing resumes at once: \+\$0\.120 \/ h, to \$0\.130 \/ h, ≈\s\$95 \/ month\./,
    )
  })

  await test.step('Cost tells of Sentieon, and leads to the same machine without it', async () => {
    await goTo(page, 'variant-calls')
    const cost = region(page, 'Cost')
    await expect(cost).toContainText('Sentieon is charged on top while it runs')
    await cost.getByRole('link', { name: 'Create one without' }).click()
    await expect(page.getByRole('radio', { name: 'Genomics, plain' })).toBeChecked()
    await expect(vcpus).toHaveValue('64')
  })

  await test.step('an instance in error is not billed, and says what can be done', async () => {
    await goTo(page, 'star-index')
    await expectState(page, 'error')
    await expect(page).toHaveTitle('▲ star-index · Hatteras')
    await expect(region(page, 'Cost')).toContainText('not billed')
    const said = page.getByRole('alert')
    await expect(said).toContainText('Something went wrong.Not billed.')
    await expect(said.getByRole('button', { name: 'Copy facts for support' })).toBeVisible()
    await expect(said.getByRole('button', { name: 'Delete…' })).toBeVisible()
    await said.getByRole('link', { name: 'Create again' }).click()
    await expect(page.getByRole('radio', { name: 'Genomics', exact: true })).toBeChecked()
    await expect(vcpus).toHaveValue('32')
  })
})

test('a page says little, whatever there is to say of its container', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await importFile(page, await sandbox.history(await accountOf(page)))
  // With a prefill and a past, idle on a GPU, with a fee of its own, and of a host that does not answer.
  for (const name of ['rna-atlas', 'llama-tune', 'variant-calls', 'far-host']) {
    await goTo(page, name)
    await expect(region(page, 'Live usage').getByRole('table')).toHaveCount(3)
    await expect(region(page, 'Cost')).toContainText('Since')
    await expect(region(page, 'Activity').getByRole('listitem').first()).toBeVisible()
    expect(await wordsIn(page), name).toBeLessThanOrEqual(170)
  }
})
