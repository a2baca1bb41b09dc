/** What one can ask to be told of. Apart from the alerts themselves, since the settings are read with the first page. */
export const alertKinds = ['ready', 'stopped', 'failed', 'idle', 'budget'] as const
export type AlertKind = (typeof alertKinds)[number]
