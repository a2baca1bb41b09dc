import type { SplitKey } from '../burn.ts'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'

import { splitWords } from './split-words.ts'

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
      className="max-lg:hidden print:hidden"
    />
    <Select
      size="sm"
      aria-label="Break down by"
      className="w-40 lg:hidden print:hidden"
      value={by}
      onChange={({ currentTarget }) => {
        const chosen = splitWords.find(({ value }) => value === currentTarget.value)
        if (chosen !== undefined) onBy(chosen.value)
      }}
    >
      {splitWords.map(({ value, label }) => (
        <option key={value} value={value}>
          By {value === 'tier' ? label : label.toLowerCase()}
        </option>
      ))}
    </Select>
  </>
)
