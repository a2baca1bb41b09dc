import type { Fill } from '#ui/fill.tsx'

const fills: Record<string, Fill> = {
  compute: 'solid',
  vcpu: 'solid',
  ram: 'soft',
  storage: 'hatch',
  gpu: 'grey',
  sentieon: 'dots',
  other: 'hollow',
}

/** How a component of the cost is drawn, by its key in the split. */
export const partFill = (key: string): Fill => fills[key] ?? 'hollow'
