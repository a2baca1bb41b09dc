import type { Total } from '#model/pricing/cost.ts'

/** What the figures leave out, what they assume, and what they cannot know. */
export const NowNotes = ({ total }: { total: Total }) => (
  <div className="mt-3 grid gap-1 text-secondary text-ink-muted">
    {total.unknown.length > 0 && (
      <p className="text-lamp-ink">What has no known rate comes on top of every figure on this page.</p>
    )}
    {total.assumed && (
      <p className="text-lamp-ink">
        Some instances are in a state whose billing is not documented; they are counted as running.
      </p>
    )}
    <p>Rates may be list prices before prepaid discounts.</p>
  </div>
)
