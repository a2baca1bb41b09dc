import { refusalOf } from '../admission.ts'
import { invalid } from '../answers.ts'
import { instanceAnswer, isLive, refusalAnswer } from '../dialect.ts'
import type { SandboxApp } from '../env.ts'
import { makeMachine } from '../make-machine.ts'
import { sentieonRate } from '../rates.ts'
import { notJson, readJson } from '../read-json.ts'
import { readCreate } from '../validate-create.ts'

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
