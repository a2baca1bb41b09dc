import * as fc from 'fast-check'

/**
 * Any letter of Unicode that is whole, as the unit of a `fc.string`. Its own unit `binary`, like `fc.webUrl`, takes a
 * second to make in each process.
 */
export const anyCodePoint = fc
  .oneof(fc.integer({ min: 0, max: 0xd7_ff }), fc.integer({ min: 0xe0_00, max: 0x10_ff_ff }))
  .map((point) => String.fromCodePoint(point))
