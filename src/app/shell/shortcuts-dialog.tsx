import { Dialog } from '#ui/dialog.tsx'
import { commandKey, Kbd } from '#ui/kbd.tsx'

import { goKeys } from './shortcuts.ts'

const shortcuts: readonly { keys: readonly string[]; does: string }[] = [
  { keys: [commandKey, 'K'], does: 'Go to anything, or run any action' },
  { keys: ['/'], does: 'Search the instances' },
  { keys: ['?'], does: 'This list' },
  ...Object.entries(goKeys).map(([key, { label }]) => ({ keys: ['g', key], does: `Go to ${label}` })),
  { keys: ['↑', '↓', 'Home', 'End'], does: 'From row to row in the list' },
  { keys: ['a', '…', 'z'], does: 'On a name in the list: to the next that begins so' },
  { keys: ['Shift', 'click'], does: 'Select all rows between two checkboxes' },
  { keys: ['Esc'], does: 'Close what is open, or clear the search' },
]

/** What the keyboard can do here. */
const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog open title="Keyboard shortcuts" onClose={onClose}>
    <dl className="grid gap-2">
      {shortcuts.map(({ keys, does }) => (
        <div key={does} className="flex items-center justify-between gap-4">
          <dt className="text-secondary">{does}</dt>
          <dd className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Dialog>
)
export default ShortcutsDialog
