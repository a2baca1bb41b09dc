import { type CostPart, costParts, type Total } from './cost.ts'

/**
 * What `after` has over `before`, per hour; negative where it is less. Its unknown parts are those that only one of the two does
 * not know: they make it more or less than the known figure.
 */
export const costChange = (before: Total, after: Total): Total => {
  const isOpen = (part: CostPart) => before.unknown.includes(part) !== after.unknown.includes(part)
  return {
    known: after.known - before.known,
    unknown: costParts.filter(isOpen),
    assumed: before.assumed || after.assumed,
  }
}
