import { Kbd } from '#ui/kbd.tsx'
import { Logo } from '#ui/logo.tsx'
import { StateBadge, type StateKind } from '#ui/state-mark.tsx'

import { Line, Sample } from './sample.tsx'

const colours = [
  { name: 'canvas', swatch: 'bg-canvas' },
  { name: 'surface', swatch: 'bg-surface' },
  { name: 'raised', swatch: 'bg-raised' },
  { name: 'sunken', swatch: 'bg-sunken' },
  { name: 'line', swatch: 'bg-line' },
  { name: 'line-strong', swatch: 'bg-line-strong' },
  { name: 'ink', swatch: 'bg-ink' },
  { name: 'ink-muted', swatch: 'bg-ink-muted' },
  { name: 'ink-faint', swatch: 'bg-ink-faint' },
  { name: 'accent', swatch: 'bg-accent' },
  { name: 'accent-soft', swatch: 'bg-accent-soft' },
  { name: 'run', swatch: 'bg-run' },
  { name: 'busy', swatch: 'bg-busy' },
  { name: 'rest', swatch: 'bg-rest' },
  { name: 'bad', swatch: 'bg-bad' },
  { name: 'bad-soft', swatch: 'bg-bad-soft' },
  { name: 'lamp', swatch: 'bg-lamp' },
  { name: 'lamp-soft', swatch: 'bg-lamp-soft' },
]

const states: { kind: StateKind; word: string; dataState: string }[] = [
  { kind: 'running', word: 'Running', dataState: 'running' },
  { kind: 'transition', word: 'Starting', dataState: 'provisioning' },
  { kind: 'stopped', word: 'Stopped', dataState: 'exited' },
  { kind: 'error', word: 'Error', dataState: 'error' },
  { kind: 'deleted', word: 'Deleted', dataState: 'deleted' },
  { kind: 'unknown', word: 'hibernating', dataState: 'hibernating' },
]

const Swatches = () => (
  <ul className="grid grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-x-3 gap-y-4">
    {colours.map(({ name, swatch }) => (
      <li key={name} className="text-small text-ink-muted">
        <span className={`mb-1 block h-9 rounded-control border border-line ${swatch}`} />
        {name}
      </li>
    ))}
  </ul>
)

export const Foundations = () => (
  <>
    <Sample name="Logo">
      <Line>
        {[16, 20, 24, 40, 64].map((size) => (
          <Logo key={size} size={size} />
        ))}
        <span className="flex items-center gap-2 text-lead font-semibold tracking-tight">
          <Logo size={22} />
          Hatteras
        </span>
      </Line>
    </Sample>
    <Sample name="Colour, light">
      <div data-theme="light" className="rounded-panel border border-line bg-canvas p-4">
        <Swatches />
      </div>
    </Sample>
    <Sample name="Colour, dark">
      <div data-theme="dark" className="rounded-panel border border-line bg-canvas p-4">
        <Swatches />
      </div>
    </Sample>
    <Sample name="Type">
      <div className="grid gap-2">
        <p className="text-figure font-semibold">$4.47</p>
        <p className="text-title font-semibold">Page title, 20/28</p>
        <p className="text-lead font-semibold">Lead, 15/20</p>
        <p>Body, 14/20. A container starts in seconds and can be resized live.</p>
        <p className="text-secondary text-ink-muted">
          Secondary, 13/18. Rates as on your rna-atlas, same tier.
        </p>
        <p className="text-small text-ink-muted">Small, 12/16. updated 2 s ago</p>
        <p className="font-mono text-secondary">ssh -p 30140 ccloud@login.carolinacloud.io</p>
      </div>
    </Sample>
    <Sample name="State">
      <Line>
        {states.map((state) => (
          <StateBadge key={state.word} {...state} />
        ))}
      </Line>
    </Sample>
    <Sample name="Keys">
      <Line>
        <Kbd>/</Kbd>
        <Kbd>⌘K</Kbd>
        <Kbd>Ctrl</Kbd>
        <Kbd>?</Kbd>
      </Line>
    </Sample>
  </>
)
