import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'

import type { SplitKey } from '../burn.ts'

/** What the present cost can be broken down by, in the words of the interface, instances first: they are what can be acted on. */
const splitWords: readonly { value: SplitKey; label: string }[] = [
  { value: 'instance', label: 'Instance' },
  { value: 'owner', label: 'Owner' },
  { value: 'flavor', label: 'Environment' },
  { value: 'type', label: 'Type' },
  { value: 'tier', label: 'CPU tier' },
  { value: 'tag', label: 'Tag' },
  { value: 'state', label: 'State' },
  { value: 'component', label: 'Component' },
]

export const splitWord = (key: SplitKey): string =>
  splitWords.find(({ value }) => value === key)?.label ?? key

interface ByChoiceProps {
  by: SplitKey
  onBy: (by: SplitKey) => void
}

/** By what the breakdown is split: side by side where there is room, a select where there is none. */
export const ByChoice = ({ by, onBy }: ByChoiceProps) => (
  <>
    <Segmented
      label="Break down by"
      options={splitWords}
      value={by}
      onValueChange={onBy}
      className="@max-[43rem]:hidden print:hidden"
    />
    <Select
      size="sm"
      aria-label="Break down by"
      className="w-36 @min-[43rem]:hidden print:hidden"
      value={by}
      onChange={({ currentTarget }) => {
        const chosen = splitWords.find(({ value }) => value === currentTarget.value)
        if (chosen !== undefined) onBy(chosen.value)
      }}
    >
      {splitWords.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  </>
)
