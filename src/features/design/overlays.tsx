import Copy from 'lucide-react/icons/copy'
import ExternalLink from 'lucide-react/icons/external-link'
import Pencil from 'lucide-react/icons/pencil'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Square from 'lucide-react/icons/square'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'

import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { CheckboxList } from '#ui/checkbox-list.tsx'
import { Field } from '#ui/field.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'
import { NumberInput } from '#ui/number-input.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { Line, Sample } from './sample.tsx'

const Dialog = lazyPart(async () => ({ default: (await import('#ui/dialog.tsx')).Dialog }))
const AlertDialog = lazyPart(async () => ({ default: (await import('#ui/dialog.tsx')).AlertDialog }))

const icon = { 'aria-hidden': true, size: 14 } as const

const Menus = ({ onDelete }: { onDelete: () => void }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [said, setSaid] = useState('nothing yet')
  const entries: MenuEntry[] = [
    {
      kind: 'link',
      label: 'Open RStudio',
      icon: <ExternalLink {...icon} />,
      href: '#overlays',
    },
    {
      kind: 'action',
      label: 'Copy SSH command',
      icon: <Copy {...icon} />,
      onSelect: () => setSaid('copied'),
    },
    { kind: 'separator', key: 'actions' },
    { kind: 'action', label: 'Stop', icon: <Square {...icon} />, onSelect: () => setSaid('stop') },
    {
      kind: 'action',
      label: 'Restart',
      icon: <RotateCw {...icon} />,
      disabledReason: 'It runs. Only a stopped instance can be restarted.',
      onSelect: () => setSaid('restart'),
    },
    {
      kind: 'action',
      label: 'Rename',
      icon: <Pencil {...icon} />,
      shortcut: 'F2',
      onSelect: () => setSaid('rename'),
    },
    { kind: 'separator', key: 'end' },
    { kind: 'action', label: 'Delete', icon: <Trash2 {...icon} />, danger: true, onSelect: onDelete },
  ]
  return (
    <>
      {['rna-atlas', 'llama-tune'].map((name) => (
        <Button
          key={name}
          aria-haspopup="menu"
          aria-expanded={anchor?.dataset['name'] === name}
          data-name={name}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          Actions for {name}
        </Button>
      ))}
      <span className="text-secondary text-ink-muted">Chosen: {said}</span>
      <AnchoredMenu anchor={anchor} onClose={() => setAnchor(null)} label="Actions" entries={entries} />
    </>
  )
}

const Facet = () => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [chosen, setChosen] = useState<string[]>(['running'])
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        State: {chosen.join(', ') || 'any'}
      </Button>
      <AnchoredPopover anchor={anchor} onClose={() => setAnchor(null)} label="Filter by state">
        <CheckboxList
          label="State"
          options={[
            { value: 'running', label: 'Running', count: 5 },
            { value: 'exited', label: 'Stopped', count: 2 },
            { value: 'error', label: 'Error', count: 0 },
          ]}
          chosen={chosen}
          onChosenChange={setChosen}
        />
      </AnchoredPopover>
    </>
  )
}

const ResizeDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const [vcpus, setVcpus] = useState('16')
  const [sent, setSent] = useState(false)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Resize instance"
      description="rna-atlas changes size while it runs."
      width="wide"
      onSubmit={() => setSent(true)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={sent}>
            Resize
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label="vCPUs">
          <NumberInput min={1} max={256} value={vcpus} onValueChange={setVcpus} />
        </Field>
        <Field label="Memory (GiB)">
          <NumberInput min={1} max={512} value="64" onValueChange={() => setSent(false)} />
        </Field>
      </div>
      <Alert className="mt-4" title="The host has not enough memory." tone="bad">
        Nothing was changed. 512 GiB were asked for, 256 GiB are free.
      </Alert>
    </Dialog>
  )
}

const DeleteDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const [typed, setTyped] = useState('')
  return (
    <AlertDialog
      open={open}
      onClose={onClose}
      title="Delete instance"
      description={
        <>
          All data on <strong className="font-semibold text-ink">rna-atlas</strong> is lost, and its billing
          ends. This cannot be taken back.
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            disabledReason={typed === 'rna-atlas' ? undefined : 'Type the name to confirm.'}
          >
            Delete
          </Button>
        </>
      }
    >
      <Field label="Type rna-atlas to confirm">
        <TextInput mono value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </Field>
    </AlertDialog>
  )
}

const LongDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog open={open} onClose={onClose} title="Terms" footer={<Button onClick={onClose}>Done</Button>}>
    <div className="grid gap-3 text-secondary text-ink-muted">
      {Array.from({ length: 24 }, (_, index) => (
        <p key={index}>
          {index + 1}. Stopping ends the billing of compute at once. Storage is billed on until the instance
          is deleted.
        </p>
      ))}
    </div>
  </Dialog>
)

export const Overlays = () => {
  const [shown, setShown] = useState<'resize' | 'delete' | 'long' | null>(null)
  const close = () => setShown(null)
  return (
    <>
      <Sample name="Menu">
        <Line>
          <Menus onDelete={() => setShown('delete')} />
        </Line>
      </Sample>
      <Sample name="Popover">
        <Facet />
      </Sample>
      <Sample name="Dialogs">
        <Line>
          <Button onClick={() => setShown('resize')}>Resize instance</Button>
          <Button variant="danger-quiet" onClick={() => setShown('delete')}>
            Delete instance
          </Button>
          <Button onClick={() => setShown('long')}>Long dialog</Button>
        </Line>
        <ResizeDialog open={shown === 'resize'} onClose={close} />
        <DeleteDialog open={shown === 'delete'} onClose={close} />
        <LongDialog open={shown === 'long'} onClose={close} />
      </Sample>
    </>
  )
}
