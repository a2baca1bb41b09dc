import { createScenes } from './create-scenes.ts'
import { fleetScenes } from './fleet-scenes.ts'
import { instanceScenes } from './instance-scenes.ts'
import { otherScenes } from './other-scenes.ts'
import type { Scene } from './scene.ts'

/** Every page and its main states. */
export const scenes: readonly Scene[] = [...otherScenes, ...fleetScenes, ...createScenes, ...instanceScenes]
