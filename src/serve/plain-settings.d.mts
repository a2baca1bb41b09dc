import type { Settings } from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

export declare class BadSetting extends Error {}
export declare const readUpstream: (given: string | undefined) => string | null
export declare const readProxy: (base: string, env: Environment) => string | null
export declare const readSettings: (env: Environment) => Settings
export declare const unknownSettings: (env: Environment) => string[]
export declare const makeCache: (settings: Pick<Settings, 'backend' | 'cache'>) => void
