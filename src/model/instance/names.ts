import * as z from 'zod/mini'

import { nameSchema } from '#contract/requests.ts'
import { visibleText } from '#lib/typed.ts'

const adjectives =
  'able agile amber apt azure balmy bold brave breezy bright brisk calm candid clear clever coral cosmic cozy crisp deft eager early earnest easy fair fast fleet fond fresh gentle glad golden grand happy hardy honest jolly keen kind light lively lucid lucky mellow merry mild neat nimble noble patient proud quick quiet rapid sunny sure tidy vivid warm wise witty zealous'.split(
    ' ',
  )
const nouns =
  'acorn anchor atlas badger basin bay beacon birch box breeze brook canyon cape cedar cloud comet cove crane creek delta dune egret falcon fern finch fjord gull harbor heron inlet island keel kelp lagoon lantern lark maple marsh meadow otter pelican pine plover port quartz reef ridge river sail shoal shore sound spruce star stone summit tern tide wave willow wren'.split(
    ' ',
  )

const pick = (words: readonly string[], random: () => number): string =>
  words[Math.floor(random() * words.length)] ?? 'calm'

/** A name like "brave-box-979". `random` answers numbers from 0 up to 1, as Math.random does. */
export const generateName = (random: () => number): string =>
  `${pick(adjectives, random)}-${pick(nouns, random)}-${10 + Math.floor(random() * 990)}`

/** What is wrong with an instance name, in one sentence; null when it is sound. */
export const nameProblem = (name: string): string | null => {
  const result = z.safeParse(nameSchema, name)
  return result.success ? null : (result.error.issues[0]?.message ?? 'This name cannot be used.')
}

/** What a keyboard can write: letters, digits, signs and spaces, but not the sign for what could not be shown. */
const typable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u

/**
 * What is to be typed before an instance is deleted, to be compared with `visibleText` of what was: its name as it looks, or its uuid
 * where nobody could type that.
 */
export const confirmedBy = ({ name, uuid }: { name: string; uuid: string }): string => {
  const seen = visibleText(name)
  return typable.test(seen) && !seen.includes('\uFFFD') ? seen : uuid
}
