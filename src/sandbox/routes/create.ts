import * as z from 'zod/mini'

import { createBody, type CreateBody } from '#contract/requests.ts'
import { createDefaults } from '#contract/vocabulary.ts'

import { refusalOf } from '../admission.ts'
import { type FieldErrors, invalid, notJson, readJson } from '../answers.ts'
import { instanceAnswer, isLive, refusalAnswer } from '../dialect.ts'
import type { Recipe } from '../machine.ts'
import { makeMachine } from '../make-machine.ts'
import { inventName, isFree } from '../names.ts'
import { type GpuModel, gpuModels, gpuNamed, gpus, sentieonRate } from '../rates.ts'
import type { SandboxApp } from '../session.ts'
import { blame, fieldErrors, isObject, notAnObjectError, sound } from '../validate.ts'
import type { World } from '../world.ts'

const partialBody = z.partial(createBody)
type Given = z.output<typeof partialBody>

const textFields = [
  'public_key',
  'aws_endpoint_url',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_prefill_bucket',
  'anthropic_api_key',
] as const satisfies (keyof CreateBody)[]

const storageFields = ['aws_endpoint_url', 'aws_access_key_id', 'aws_secret_access_key'] as const

const keyPattern = /^(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-[\w@.-]+) \S+(?: [^\r\n]*)?$/

const gpuOf = (world: World, name: string): GpuModel | null => {
  const model = gpuNamed(name)
  if (model === null || (isLive(world) && name !== gpus[model].long)) return null
  return model
}

const gpuNames = (world: World): string =>
  gpuModels.map((model) => (isLive(world) ? gpus[model].long : model)).join(', ')

const checkTexts = (given: Given, errors: FieldErrors): void => {
  for (const field of textFields) {
    if (given[field]?.trim() === '') blame(errors, field, 'This field may not be blank.')
  }
  if (given.public_key !== undefined && !keyPattern.test(given.public_key.trim()))
    blame(errors, 'public_key', 'This is not an SSH public key in OpenSSH form.')
  if (given.aws_endpoint_url !== undefined && !/^https?:\/\/[^\s/]+/.test(given.aws_endpoint_url))
    blame(errors, 'aws_endpoint_url', 'Enter a valid URL.')
}

/** A bucket can be read only with an endpoint and both parts of a key, and each of those is of no use alone. */
const checkStorage = (given: Given, body: Record<string, unknown>, errors: FieldErrors): void => {
  const wanted = [...storageFields, 'aws_prefill_bucket' as const].some((field) => given[field] !== undefined)
  if (!wanted) return
  for (const field of storageFields) {
    if (body[field] === undefined) blame(errors, field, 'This field is required with the other S3 fields.')
  }
}

const checkType = (given: Given, world: World, errors: FieldErrors): void => {
  const isVm = given.resource_type === 'vm'
  const gpu = given.gpu_model ?? null
  if (isVm && given.flavor !== undefined && given.flavor !== 'base')
    blame(errors, 'flavor', `The ${given.flavor} flavor is available for containers only.`)
  if (isVm && gpu !== null) blame(errors, 'gpu_model', 'GPUs are available for containers only.')
  if (gpu !== null && gpuOf(world, gpu) === null)
    blame(
      errors,
      'gpu_model',
      `${JSON.stringify(gpu)} is not a valid choice. Choose one of: ${gpuNames(world)}.`,
    )
}

/** The live schema wants to know a VM's distribution; the page has no such field. */
const checkDistro = (body: Record<string, unknown>, errors: FieldErrors): void => {
  const distro = body['distro']
  if (body['resource_type'] !== 'vm' || distro === 'ubuntu' || distro === 'debian') return
  blame(
    errors,
    'distro',
    distro === undefined ? 'This field is required.' : `${JSON.stringify(distro)} is not a valid choice.`,
  )
}

/**
 * What a create body asks for, with the page's defaults and an invented name where it has none; or what is wrong with it,
 * every wrong field at once. Fields that the page does not know are ignored.
 */
const readCreate = (
  json: unknown,
  world: World,
  worldId: string,
): { recipe: Recipe } | { errors: FieldErrors } => {
  if (!isObject(json)) return { errors: notAnObjectError }
  const result = z.safeParse(createBody, json)
  const errors = result.success ? {} : fieldErrors(json, result.error.issues)
  const given = z.parse(partialBody, sound(json, errors))
  checkTexts(given, errors)
  checkStorage(given, json, errors)
  checkType(given, world, errors)
  if (isLive(world)) checkDistro(json, errors)
  if (given.name !== undefined && !isFree(given.name, world.machines))
    blame(errors, 'name', 'An instance with this name already exists.')
  if (!result.success || Object.keys(errors).length > 0) return { errors }
  const body = result.data
  return {
    recipe: {
      name: body.name ?? unusedName(world, worldId),
      resource_type: body.resource_type,
      flavor: body.flavor ?? createDefaults.flavor,
      cpu_tier: body.cpu_tier ?? createDefaults.cpu_tier,
      n_vcpus: body.n_vcpus,
      mem_gib: body.mem_gib,
      disk_size_gib: body.disk_size_gib,
      gpu_model: typeof body.gpu_model === 'string' ? gpuOf(world, body.gpu_model) : null,
    },
  }
}

const unusedName = (world: World, worldId: string): string => {
  for (let count = world.nextSlot; ; count += 1) {
    const name = inventName(worldId, count)
    if (isFree(name, world.machines)) return name
  }
}

/** `POST /api/instance/`. */
export const createRoutes = (app: SandboxApp): void => {
  app.post('/api/instance/', async (c) => {
    const { world, id } = c.get('session')
    const body = await readJson(c)
    if (body === null) return notJson(c)
    const asked = readCreate(body.json, world, id)
    if ('errors' in asked) return invalid(c, asked.errors)
    const { recipe } = asked
    const refusal = refusalOf(world, recipe)
    if (refusal !== null) return c.json(refusalAnswer(world, recipe, refusal), 422)
    const machine = makeMachine(recipe, id, world.nextSlot, c.get('now'))
    if (isLive(world) && recipe.flavor === 'genomics') machine.surcharge = sentieonRate
    world.nextSlot += 1
    world.machines.push(machine)
    return c.json(instanceAnswer(world, machine), 201)
  })
}
