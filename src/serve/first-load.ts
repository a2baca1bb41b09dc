interface Graph {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: string[] } | null
}

/** What the app asks for once the first rows are there, and what the next click, or a failure, would have to wait for. */
const afterRows = [
  '/src/app/page-failure.tsx',
  '/src/app/shell/after-rows.tsx',
  '/src/features/actions/action-dialogs.tsx',
  '/src/operations/stored-operations.ts',
  '/src/page/stale.tsx',
]

/** What the fleet draws around and in its first rows, once these are there. */
const fleetParts = [
  '/src/features/fleet/attention/attention.tsx',
  '/src/features/fleet/burn-bar.tsx',
  '/src/features/fleet/copy-ssh.tsx',
  '/src/features/fleet/fleet-foot.tsx',
  '/src/features/fleet/group-row.tsx',
  '/src/features/fleet/instance-action.tsx',
  '/src/features/fleet/more-cells.tsx',
  '/src/features/fleet/saved-views.tsx',
  '/src/features/fleet/unreadable-rows.tsx',
  '/src/features/fleet/usage-cell.tsx',
  '/src/features/fleet/view-options.tsx',
  '/src/features/fleet/views.tsx',
]

/** Comes by itself soon after them, in a file of its own. */
const palette = '/src/app/shell/palette.tsx'

const endsWithOneOf = (paths: readonly string[]) => (id: string) => paths.some((path) => id.endsWith(path))

/** Only signing in uses these: the index of their package, which the first page has, would take them along. */
const signingIn = /\/(?:mutationObserver|useMutation)\.js$/

type Test = (id: string, graph: Graph) => boolean

/** Tells which modules are reached from some of them by imports that do not wait. */
const reachedFrom = (isRoot: Test): Test => {
  const known = new Map<string, boolean>()
  const isReached: Test = (id, graph) => {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    known.set(id, false)
    const importers = graph.getModuleInfo(id)?.importers ?? []
    const found = isRoot(id, graph) || importers.some((other) => isReached(other, graph))
    known.set(id, found)
    return found
  }
  return isReached
}

/**
 * Puts every module that the entry needs before the first page into one chunk, what the fleet draws around its first rows, with what
 * the palette needs, into another, and what else comes right after these rows into a third; null leaves the others to the bundler. Left
 * alone, it cuts what the first page shares with later ones into some twenty files, each compressed apart: a fifth more to load.
 */
export const firstLoadChunks = () => {
  const isNeededFirst = reachedFrom((id, graph) => graph.getModuleInfo(id)?.isEntry === true)
  const isPalette = endsWithOneOf([palette])
  const isOfFleet = reachedFrom(endsWithOneOf([palette, ...fleetParts]))
  const comesAfterRows = reachedFrom(endsWithOneOf(afterRows))
  const named =
    (name: string, isIn: Test) =>
    (id: string, graph: Graph): string | null =>
      isIn(id, graph) && !signingIn.test(id) ? name : null
  // A chunk takes along what its modules import: the first one comes before.
  return [
    { name: named('hatteras', isNeededFirst), priority: 2 },
    { name: named('fleet-parts', (id, graph) => isOfFleet(id, graph) && !isPalette(id)), priority: 1 },
    { name: named('after-rows', comesAfterRows), priority: 0 },
  ]
}
