import { cx } from './cx.ts'
import { Ring } from './loading.tsx'

/** What a state looks like. Each has a shape of its own, so that colour is never the only sign. */
export type StateKind = 'running' | 'transition' | 'stopped' | 'error' | 'deleted' | 'unknown'

const shapes: Record<Exclude<StateKind, 'transition'>, { colour: string; shape: React.ReactNode }> = {
  running: { colour: 'text-run', shape: <circle cx="6" cy="6" r="4.5" fill="currentColor" /> },
  stopped: {
    colour: 'text-rest',
    shape: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  },
  error: {
    colour: 'text-bad',
    shape: <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  },
  deleted: {
    colour: 'text-rest',
    shape: (
      <path
        d="m2.2 2.2 7.6 7.6m0-7.6-7.6 7.6"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    ),
  },
  unknown: {
    colour: 'text-rest',
    shape: (
      <circle
        cx="6"
        cy="6"
        r="4.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="2.3 2.31"
      />
    ),
  },
}

/** The shape of a state, without its word. */
export const StateMark = ({ kind, size = 12 }: { kind: StateKind; size?: number }) => {
  if (kind === 'transition') return <Ring size={size} className="text-busy" />
  const { colour, shape } = shapes[kind]
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 12 12" className={cx('shrink-0', colour)}>
      {shape}
    </svg>
  )
}

type StateBadgeProps = { kind: StateKind; word: string; dataState: string; className?: string }

/** Shape and word of a state. `dataState` is the API's own word, for scripts. */
export const StateBadge = ({ kind, word, dataState, className }: StateBadgeProps) => (
  <span
    data-state={dataState}
    translate="no"
    className={cx('inline-flex items-center gap-2 align-bottom whitespace-nowrap', className)}
  >
    <StateMark kind={kind} />
    {word}
  </span>
)
