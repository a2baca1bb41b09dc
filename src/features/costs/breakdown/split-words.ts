import type { SplitKey } from '../burn.ts'

/** What the present cost can be broken down by, in the words of the interface, instances first: they are what one can act on. */
export const splitWords: readonly { value: SplitKey; label: string }[] = [
  { value: 'instance', label: 'Instance' },
  { value: 'component', label: 'Component' },
  { value: 'flavor', label: 'Environment' },
  { value: 'type', label: 'Type' },
  { value: 'tier', label: 'CPU tier' },
  { value: 'owner', label: 'Owner' },
  { value: 'state', label: 'State' },
]

export const splitWord = (key: SplitKey): string =>
  splitWords.find(({ value }) => value === key)?.label ?? key
