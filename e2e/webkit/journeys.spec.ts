import { publicKey } from '../create/create-form.ts'

import { expect, signIn, test } from './fixtures.ts'
import { at } from './find.ts'
import { keys, type WebKitPage } from './page.ts'

const main = at('main')
/** The state of the instance whose page is open, as the service words it. */
const expectState = (webkit: WebKitPage, state: string) =>
  expect
    .poll(() =>
      webkit.run(() => document.querySelector('main [data-state]')?.getAttribute('data-state') ?? null),
    )
    .toBe(state)
/** The dialog is as high as what is in it. */
const expectWhole = (webkit: WebKitPage) =>
  expect
    .poll(() =>
      webkit.run(() =>
        [...document.querySelectorAll('dialog[open] *')]
          .filter((element) => getComputedStyle(element).overflowY === 'auto')
          .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      ),
    )
    .toEqual([0])
const dialog = (name: string) => at('dialog', name)

test('a typed key, the fleet, a search, the palette, charts and every page', async ({ webkit, sandbox }) => {
  await signIn(webkit, sandbox, '/instances?q=a')
  await webkit.sees(at('link', 'rna-atlas'))
  expect(await webkit.path()).toBe('/instances?q=a')
  await webkit.fill(at('searchbox', 'Search instances'), 'rstudio')
  await webkit.seesNo(at('link', 'gateway'))
  await webkit.click(at('button', 'Filter'))
  await webkit.click(at('checkbox', 'Running'))
  await webkit.press(keys.escape)
  await webkit.seesNo(at('link', 'geo-maps-2025'))
  await expect.poll(webkit.path).toMatch(/q=rstudio&state=running|state=running.*q=rstudio/)
  await webkit.reload()
  await webkit.sees(at('link', 'rna-atlas'))
  await webkit.seesNo(at('link', 'geo-maps-2025'))

  await webkit.click(at('button', 'Actions for rna-atlas'))
  const menu = at('menu', 'Actions for rna-atlas')
  await webkit.sees(menu)
  await webkit.press(keys.down)
  await expect.poll(() => webkit.run(() => document.activeElement?.getAttribute('role'))).toBe('menuitem')
  await webkit.press(keys.escape)
  await webkit.seesNo(menu)

  await webkit.press(keys.control, 'k')
  await webkit.sees(at('combobox', 'Search pages, instances and actions'))
  await webkit.type('rna-a')
  await webkit.press(keys.enter)
  await webkit.sees(at('heading', 'rna-atlas'))
  const lines = () =>
    document.querySelectorAll('svg.recharts-surface path[d*=L], svg.recharts-surface path[d*=C]').length
  await sandbox.advance(10)
  await expect.poll(() => webkit.run(lines)).toBeGreaterThan(0)

  for (const [link, heading] of [
    ['Web apps', 'Web apps'],
    ['Costs', 'Costs'],
    ['Activity', 'Activity'],
    ['Settings', 'Settings'],
  ] as const) {
    await webkit.goto(`/${link.toLowerCase().replace(' ', '')}`)
    await webkit.sees(at('heading', heading))
  }
  // What is still being loaded of a page that is left fails.
  await webkit.reads(at('region', 'This browser'), /Usage/)
  await webkit.back()
  await webkit.sees(at('heading', 'Activity'))
})

test('create, resize, stop, restart, ports and their undo, delete', async ({ webkit, sandbox }) => {
  await signIn(webkit, sandbox, '/instances/new?flavor=rstudioserver')
  await webkit.fill(at('spinbutton', 'vCPUs'), '16')
  await webkit.fill(at('textbox', 'Name'), 'from-webkit')
  await webkit.fill(at('textbox', 'SSH public key'), publicKey)
  await webkit.click(at('button', 'Create instance'))
  await webkit.sees(at('heading', 'from-webkit'))
  await sandbox.advance(20)
  await expectState(webkit, 'running')

  await webkit.click(at('button', 'Resize'))
  const resize = dialog('Resize instance')
  await webkit.fill(at('spinbutton', 'vCPUs', resize), '32')
  await expectWhole(webkit)
  await webkit.click(at('button', 'Resize instance', resize))
  await webkit.seesNo(resize)
  await webkit.reads(main, /32 vCPU/)

  await webkit.click(at('button', 'Stop'))
  const stop = dialog('Stop instance')
  await webkit.click(at('button', 'Stop instance', stop))
  await webkit.seesNo(stop)
  await sandbox.advance(10)
  await expectState(webkit, 'exited')
  await webkit.click(at('button', 'Restart'))
  await sandbox.advance(10)
  await expectState(webkit, 'running')
  // The line that it adds to the page moves what stands below.
  await webkit.reads(at('region', 'Activity'), /Restarted/)

  await webkit.click(at('button', 'Delete'))
  const remove = at('alertdialog', 'Delete instance')
  await webkit.fill(at('textbox', 'Instance name: Type from-webkit', remove), 'from-webkit')
  await expectWhole(webkit)
  await webkit.click(at('button', 'Delete instance', remove))
  await webkit.sees(at('table', 'Instances'))
  await webkit.seesNo(at('link', 'from-webkit'))

  await webkit.goto('/instances/license-server')
  await webkit.fill(at('spinbutton', 'Port'), '443')
  await webkit.click(at('button', 'Open port'))
  await webkit.click(at('button', 'Close port 443'))
  await webkit.seesNo(at('button', 'Close port 443'))
  await webkit.click(at('button', 'Undo: open port 443'))
  await webkit.sees(at('button', 'Close port 443'))
})

test('what is remembered can be read after a page was left by its address, and when it comes back', async ({
  webkit,
  sandbox,
}) => {
  await signIn(webkit, sandbox)
  await webkit.sees(at('link', 'rna-atlas'))
  // Somebody who keeps coming back to the page: there is something to write when it is left.
  await webkit.run(() => {
    setInterval(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })), 250)
  })
  const lists = async () => (await sandbox.requests()).filter(({ path }) => path === '/api/instance/').length
  const before = await lists()
  await expect.poll(lists).toBeGreaterThan(before + 1)
  await webkit.goto('/costs')
  await webkit.reads(at('region', 'This month'), /This browser saw/)
  await webkit.goto('/activity')
  await webkit.reads(main, /No activity yet/)
  await webkit.back()
  await webkit.click(at('link', 'Settings'))
  await webkit.reads(at('region', 'This browser'), /Usage/)
})

test('a stop that is on its way while the page is reloaded is told once as not known, and sent again only when asked', async ({
  webkit,
  sandbox,
}) => {
  await signIn(webkit, sandbox, '/instances/rna-atlas')
  await sandbox.faults([{ method: 'POST', path: '*/stop/', effect: 'hang' }])
  await webkit.click(at('button', 'Stop'))
  await webkit.click(at('button', 'Stop instance', dialog('Stop instance')))
  await expect
    .poll(() => webkit.run(() => Object.keys(sessionStorage).join()))
    .toContain('hatteras:operations')
  await webkit.reads(main, /Stopping/)
  // The one that is on its way hangs on; another would be answered, and listed.
  await sandbox.faults([])
  await webkit.reload()
  const told = () =>
    webkit.run(
      () => document.body.innerText.split('It is not known whether rna-atlas was stopped.').length - 1,
    )
  await expect.poll(told).toBe(1)
  const stops = async () => (await sandbox.requests()).filter(({ path }) => path.endsWith('/stop/')).length
  await expectState(webkit, 'running')
  expect(await stops()).toBe(0)
  await webkit.click(at('button', 'Try again', main))
  await sandbox.advance(10)
  await expectState(webkit, 'exited')
  expect(await stops()).toBe(1)
})

test('settings are kept, and all that is kept is exported', async ({ webkit, sandbox }) => {
  await signIn(webkit, sandbox, '/settings')
  await webkit.click(at('radio', 'Dark'))
  await expect.poll(() => webkit.run(() => document.documentElement.dataset['theme'])).toBe('dark')
  await webkit.fill(at('textbox', 'Budget per month'), '49.50')
  await webkit.click(at('button', 'Save budget'))
  await webkit.click(at('button', 'Export'))
  await webkit.reads(main, /Exported: the file has everything but your API keys\./)
  await webkit.reload()
  await webkit.sees(at('textbox', 'Budget per month'))
  expect(await webkit.run(() => document.documentElement.dataset['theme'])).toBe('dark')
})

test('a sign-out reaches the other window, and the page that comes back from the cache', async ({
  webkit,
  sandbox,
}) => {
  await webkit.goto('/')
  await webkit.click(at('button', 'Use sandbox key'))
  await webkit.sees(at('link', 'rna-atlas'))
  await webkit.goto('/settings')
  await webkit.click(at('button', 'Sign out'))
  await webkit.sees(at('button', 'Sign in'))
  await webkit.back()
  await webkit.sees(at('button', 'Sign in'))

  await signIn(webkit, sandbox)
  await webkit.sees(at('link', 'rna-atlas'))
  const first = await webkit.current()
  await webkit.drive(await webkit.openWindow())
  await webkit.goto('/instances/gateway')
  await webkit.sees(at('heading', 'gateway'))
  const second = await webkit.current()
  await webkit.drive(first)
  await webkit.click(at('button', 'Sign out'))
  await webkit.sees(at('button', 'Sign in'))
  await webkit.drive(second)
  await webkit.sees(at('button', 'Sign in'))
})
