import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import type { Action } from '#model/instance/actions.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import RowMenu from '../fleet/row-menu.tsx'
import { InstanceHeader } from '../instance/instance-header.tsx'

/** What an action is called where people look for it; null where it stands elsewhere, in a panel of its own. */
const offered: Record<Action, { row: string | null; header: string | null }> = {
  stop: { row: 'Stop', header: 'Stop' },
  restart: { row: 'Restart', header: 'Restart' },
  resize: { row: 'Resize', header: 'Resize' },
  rename: { row: 'Rename', header: 'Rename' },
  delete: { row: 'Delete', header: null },
  openPort: { row: null, header: null },
  closePort: { row: null, header: null },
  stats: { row: null, header: null },
}

test('every action is offered by the menu of its row and by the head of its page', async () => {
  const instance = anInstance({ resource_type: 'container', state: 'running' })
  await renderSignedIn(
    <>
      <InstanceHeader instance={instance} freshness={null} onShowCalls={vi.fn()} />
      <RowMenu instance={instance} anchor={document.body} onClose={vi.fn()} />
    </>,
    { instances: [instance] },
  )
  for (const { row, header } of Object.values(offered)) {
    if (row !== null)
      expect(screen.getByRole('menuitem', { name: new RegExp(`^${row}\\b`), hidden: true })).toBeDefined()
    if (header !== null) expect(screen.getByRole('button', { name: header, hidden: true })).toBeDefined()
  }
})
