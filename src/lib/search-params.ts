import * as z from 'zod/mini'

/**
 * Pieces of a page's query string: each reads text, falls back where it makes no sense, and never throws. `searchCodec` joins
 * them into one codec.
 */

/** One of the known words, or the fallback. */
export const oneOf = <const T extends string>(known: readonly [T, ...T[]], fallback: NoInfer<T>) =>
  z.catch(z.enum(known), fallback)

/** At most so many UTF-16 units, and no half of a character at the end. */
const cut = (text: string, maxLength: number): string =>
  text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')

/** Free text. What is too long is cut, in both directions, since a part of a search still finds something. */
export const freeText = (maxLength = 200) =>
  z.catch(
    z.codec(z.string(), z.string(), {
      decode: (text) => cut(text, maxLength),
      encode: (text) => cut(text, maxLength),
    }),
    '',
  )

const escapeItem = (item: string): string => item.replaceAll('%', '%25').replaceAll(',', '%2C')
const unescapeItem = (item: string): string => item.replaceAll(/%2c/gi, ',').replaceAll('%25', '%')

const listCodec = z.codec(z.string(), z.array(z.string()), {
  decode: (text) => [...new Set(text.split(',').map(unescapeItem).filter(Boolean))],
  encode: (items) => items.map(escapeItem).join(','),
})

/** A list of words, `running,error`: distinct, none empty. Words are not checked, since the service learns new ones. */
export const wordList = () => z.catch(listCodec, [])

type Shape = Record<string, z.ZodMiniType<unknown, string | undefined>>

/**
 * Reads and writes the parameters named in `shape`. A value equal to its fallback is left out of the address, and so is one that
 * cannot be written; parameters that `shape` does not name stay as they are. Neither direction throws.
 */
export const searchCodec = <S extends Shape>(shape: S) => {
  const schema = z.object(shape)
  const read = (params: URLSearchParams) => z.parse(schema, Object.fromEntries(params))
  const encode = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(shape).map(([key, piece]) => {
      const encoded = z.safeEncode(piece, values[key])
      return [key, encoded.success ? encoded.data : undefined] as const
    })
  const fallbacks = new Map(encode(read(new URLSearchParams())))
  const write = (values: z.output<typeof schema>, onto = new URLSearchParams()): URLSearchParams => {
    const params = new URLSearchParams(onto)
    for (const [key, text] of encode(values)) {
      if (typeof text === 'string' && text !== fallbacks.get(key)) params.set(key, text)
      else params.delete(key)
    }
    return params
  }
  return { read, write }
}

/** The query string with commas left readable, which they may be: `state=running,error`. */
export const searchText = (params: URLSearchParams): string => params.toString().replaceAll('%2C', ',')
