export declare class BadSetting extends Error {}
export declare const readPort: (given: string | undefined) => number
export declare const readUpstream: (given: string | undefined) => string | null
export declare const upstreamHint: string
