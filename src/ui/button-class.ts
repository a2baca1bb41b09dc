import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'default' | 'ghost' | 'danger' | 'danger-quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors select-none aria-busy:cursor-progress data-refused:cursor-not-allowed'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-accent-ink forced-color-adjust-none hover:bg-accent-hover data-refused:border-line data-refused:bg-sunken data-refused:text-ink-muted',
  default:
    'border-line-strong bg-surface text-ink hover:bg-sunken data-refused:border-line data-refused:bg-transparent data-refused:text-ink-muted',
  ghost:
    'border-transparent text-ink-muted hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink data-refused:bg-transparent data-refused:text-ink-muted data-refused:opacity-70',
  danger:
    'border-transparent bg-bad-fill text-bad-fill-ink forced-color-adjust-none hover:brightness-90 data-refused:border-line data-refused:bg-sunken data-refused:text-ink-muted data-refused:brightness-100',
  'danger-quiet':
    'border-line-strong bg-surface text-bad-ink hover:bg-bad-soft data-refused:border-line data-refused:bg-transparent data-refused:text-ink-muted',
}

const heights: Record<ButtonSize, string> = {
  sm: 'h-[26px] text-small pointer-coarse:h-8',
  md: 'h-8 text-secondary pointer-coarse:h-10',
  lg: 'h-9 text-secondary pointer-coarse:h-11',
}

const paddings: Record<ButtonSize, string> = { sm: 'px-2', md: 'px-3', lg: 'px-3.5' }
const squares: Record<ButtonSize, string> = {
  sm: 'w-[26px] pointer-coarse:w-8',
  md: 'w-8 pointer-coarse:w-10',
  lg: 'w-9 pointer-coarse:w-11',
}

type Look = { variant?: ButtonVariant; size?: ButtonSize; square?: boolean }

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ variant = 'default', size = 'md', square = false }: Look = {}): string =>
  cx(base, variants[variant], heights[size], square ? squares[size] : paddings[size])
