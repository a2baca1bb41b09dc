import * as z from 'zod/mini'

import {
  actionAnswer,
  type ActionAnswer,
  portsAnswer,
  type PortsAnswer,
  statsAnswer,
  type Stats,
} from '#contract/answers.ts'
import { type Instance, instanceSchema, type InstanceList, readInstanceList } from '#contract/instance.ts'
import type { CreateBody, UpdateBody } from '#contract/requests.ts'

import { ApiError, toApiError } from './api-error.ts'
import type { Http } from './http.ts'

/** One method per endpoint of the API page. `ref` is a uuid or a name. Each throws `ApiError` and nothing else. */
export interface Client {
  list: (signal?: AbortSignal) => Promise<InstanceList>
  get: (ref: string, signal?: AbortSignal) => Promise<Instance>
  create: (body: CreateBody) => Promise<Instance>
  update: (ref: string, body: UpdateBody) => Promise<Instance>
  stop: (ref: string) => Promise<ActionAnswer>
  restart: (ref: string) => Promise<ActionAnswer>
  delete: (ref: string) => Promise<void>
  addPort: (ref: string, port: number) => Promise<PortsAnswer>
  removePort: (ref: string, port: number) => Promise<PortsAnswer>
  stats: (ref: string, signal?: AbortSignal) => Promise<Stats>
}

const notUnderstood = (what: string) =>
  new ApiError({ kind: 'contract', message: `The service answered, but ${what} could not be read from it.` })

const readAs = <T extends z.ZodMiniType>(schema: T, json: unknown, what: string): z.output<T> => {
  const result = z.safeParse(schema, json)
  if (!result.success) throw notUnderstood(what)
  return result.data
}

/** An action that was carried out stays carried out, even if its answer says nothing we know. */
const readLoosely = <T extends z.ZodMiniType>(schema: T, json: unknown): z.output<T> => {
  const result = z.safeParse(schema, json)
  return result.success ? result.data : z.parse(schema, {})
}

const readList = (json: unknown): InstanceList => {
  const list = readInstanceList(json)
  if (list === null) throw notUnderstood('a list of instances')
  return list
}

const readInstance = (json: unknown): Instance => readAs(instanceSchema, json, 'an instance')

/** Whatever throws on the way, the caller gets an `ApiError`. */
const sure =
  <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    try {
      return await call(...args)
    } catch (reason) {
      throw toApiError(reason)
    }
  }

/** From this length on, about 500 instances, a text is read in parts: it would hold up what is typed meanwhile. */
const long = 300_000

export const createClient = (http: Http): Client => ({
  list: sure(async (signal) => {
    let list: InstanceList | null = null
    const json = await http('list', {
      signal,
      read: async (text) => {
        // Where that fails it is left to the usual way, which says what is wrong.
        if (text.length > long)
          list = await import('./long-list.ts').then(
            ({ readLongList }) => readLongList(http, text),
            () => null,
          )
        return list
      },
    })
    return list ?? readList(json)
  }),
  get: sure(async (ref, signal) => readInstance(await http('get', { ref, signal }))),
  create: sure(async (body) => readInstance(await http('create', { body }))),
  update: sure(async (ref, body) => readInstance(await http('update', { ref, body }))),
  stop: sure(async (ref) => readLoosely(actionAnswer, await http('stop', { ref }))),
  restart: sure(async (ref) => readLoosely(actionAnswer, await http('restart', { ref }))),
  delete: sure(async (ref) => {
    await http('delete', { ref })
  }),
  addPort: sure(async (ref, port) =>
    readLoosely(portsAnswer, await http('addPort', { ref, body: { port } })),
  ),
  removePort: sure(async (ref, port) =>
    readLoosely(portsAnswer, await http('removePort', { ref, body: { port } })),
  ),
  stats: sure(async (ref, signal) => readAs(statsAnswer, await http('stats', { ref, signal }), 'usage')),
})
