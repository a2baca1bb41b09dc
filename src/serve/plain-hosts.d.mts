import type { Settings } from './settings.ts'

export declare const hostOf: (text: string) => string | null
export declare const isLoopback: (host: string) => boolean
export declare const isEveryAddress: (host: string) => boolean
export declare const machineAddresses: (host: string) => string[]
export declare const isOwnAddress: (
  url: string,
  settings: Pick<Settings, 'host' | 'hosts' | 'port'>,
) => boolean
