interface Graph {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: string[]; importedIds: string[] } | null
}

/** What the app asks for once the first rows are there, and what the next click, or a failure, would have to wait for. */
const afterRows = [
  '/src/app/page-failure.tsx',
  '/src/app/shell/after-rows.tsx',
  '/src/features/actions/action-dialogs.tsx',
  '/src/features/fleet/empty-fleet.tsx',
  '/src/page/stale.tsx',
]

/** What the fleet draws around and in its first rows. */
const fleetParts = [
  '/src/features/fleet/burn-bar.tsx',
  '/src/features/fleet/copy-ssh.tsx',
  '/src/features/fleet/fleet-foot.tsx',
  '/src/features/fleet/group-row.tsx',
  '/src/features/fleet/instance-action.tsx',
  '/src/features/fleet/more-cells.tsx',
  '/src/features/fleet/unreadable-rows.tsx',
  '/src/features/fleet/usage-cell.tsx',
  '/src/features/fleet/view-options.tsx',
  '/src/features/fleet/views.tsx',
]

/** What comes by itself soon after the first rows, each in a file of its own. */
const soon = ['/src/features/fleet/attention/attention.tsx', '/src/app/shell/palette.tsx']

const endsWithOneOf = (paths: readonly string[]) => (id: string) => paths.some((path) => id.endsWith(path))

/** Only signing in uses these: the index of their package, which the first page has, would take them along. */
const signingIn = /\/(?:mutationObserver|useMutation)\.js$/

type Test = (id: string, graph: Graph) => boolean

/** Tells which modules are linked to some of them by imports that do not wait: as what these import, or as what imports these. */
const linkedTo = (isRoot: Test, by: 'importers' | 'importedIds'): Test => {
  const known = new Map<string, boolean>()
  const isLinked: Test = (id, graph) => {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    known.set(id, false)
    const next = graph.getModuleInfo(id)?.[by] ?? []
    const found = isRoot(id, graph) || next.some((other) => isLinked(other, graph))
    known.set(id, found)
    return found
  }
  return isLinked
}
const reachedFrom = (isRoot: Test) => linkedTo(isRoot, 'importers')
const leadingTo = (isGoal: Test) => linkedTo(isGoal, 'importedIds')

/**
 * Puts every module that the entry needs before the first page into one chunk, what the parts that follow share into another, what
 * comes right after the first rows into a third, and what the fleet draws around its rows into a fourth; null leaves the others to the
 * bundler. Left alone, it cuts what the first page shares with later ones into some twenty files, each compressed apart: a fifth more to
 * load.
 */
export const firstLoadChunks = () => {
  const isNeededFirst = reachedFrom((id, graph) => graph.getModuleInfo(id)?.isEntry === true)
  const comesAfterRows = reachedFrom(endsWithOneOf(afterRows))
  const isSoon = endsWithOneOf(soon)
  const isOfSoon = reachedFrom(isSoon)
  const isOfFleet = reachedFrom(endsWithOneOf(fleetParts))
  const isAfterRowsAlone: Test = (id, graph) => comesAfterRows(id, graph) && !isOfFleet(id, graph)
  const isShared: Test = (id, graph) =>
    (isOfSoon(id, graph) && !isSoon(id)) || (comesAfterRows(id, graph) && isOfFleet(id, graph))
  // What is shared must come also where the file of what is after the rows does not.
  const needsAfterRows = leadingTo((id, graph) => isAfterRowsAlone(id, graph) && !isNeededFirst(id, graph))
  const named =
    (name: string, isIn: Test) =>
    (id: string, graph: Graph): string | null =>
      isIn(id, graph) && !signingIn.test(id) ? name : null
  // A chunk takes along what its modules import: the first one comes before.
  return [
    { name: named('hatteras', isNeededFirst), priority: 3 },
    {
      name: named('soon', (id, graph) => isShared(id, graph) && !needsAfterRows(id, graph)),
      priority: 2,
    },
    { name: named('after-rows', isAfterRowsAlone), priority: 1 },
    { name: named('fleet-parts', isOfFleet), priority: 0 },
  ]
}
