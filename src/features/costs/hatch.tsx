/** The one pattern of the page: it means "not seen", and nothing else does. A drawing has it once, and fills with `hatchOf`. */
export const HatchDefs = ({ id }: { id: string }) => (
  <defs>
    <pattern
      id={`${id}-hatch`}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M1 0v5" className="stroke-hatch" strokeWidth="2" />
    </pattern>
  </defs>
)

/** The fill of what was not seen, in the drawing with the `HatchDefs` of this id. */
export const hatchOf = (id: string): string => `url(#${id}-hatch)`
