import { type NodePath, transformAsync, types as t } from '@babel/core'

/**
 * The kinds of nodes of React's tree that the app never makes: what the server left to hydrate (18), lists of Suspense (19), scopes (21),
 * hidden legacy trees (23), tracing markers (25), what is hoisted into the head (26), html, head and body (27), view transitions (30) and activities (31).
 * Should it make one all the same, React throws that it does not know this kind.
 */
const neverMade: ReadonlySet<number> = new Set([18, 19, 21, 23, 25, 26, 27, 30, 31])

/** What does nothing, or is not reached, where there are no such nodes, nothing to hydrate and no refs of fragments. */
const withoutEffect = [
  'ReactDOMHydrationRoot',
  'addFragmentHandleToFiber',
  'attemptContinuousHydration',
  'attemptExplicitHydrationTarget',
  'attemptHydrationAtCurrentPriority',
  'commitAfterMutationEffectsOnFiber',
  'commitAppearingPairViewTransitions',
  'commitDeletedPairViewTransitions',
  'commitEnterViewTransitions',
  'commitExitViewTransitions',
  'commitFragmentInstanceDeletionEffects',
  'commitFragmentInstanceInsertionEffects',
  'commitNestedViewTransitions',
  'commitNewChildToFragmentInstance',
  'deleteChildFromFragmentInstance',
  'insertSuspendedStylesheets',
  'isHostHoistableType',
  'markRetryLaneIfNotHydrated',
  'measureNestedViewTransitions',
  'mountHostRootWithoutHydrating',
  'popHydrationState',
  'preinitModuleScript',
  'preinitScript',
  'preinitStyle',
  'preload',
  'preloadModule',
  'prepareToHydrateHostInstance',
  'queueHydrationError',
  'reportViewTransitionError',
  'restoreEnterOrExitViewTransitions',
  'restoreNestedViewTransitions',
  'retryDehydratedSuspenseBoundary',
  'startViewTransition',
  'throwOnHydrationMismatch',
  'trackEnterViewTransitions',
  'updateDehydratedSuspenseComponent',
]

const isTag = (node: t.Node): boolean =>
  t.isIdentifier(node, { name: 'tag' }) ||
  t.isIdentifier(t.isMemberExpression(node) ? node.property : null, { name: 'tag' })
const isNeverMade = (node: t.Node | null | undefined): boolean =>
  t.isNumericLiteral(node) && neverMade.has(node.value)

const leaves = (node: t.Statement | undefined): boolean =>
  t.isBlockStatement(node)
    ? leaves(node.body.at(-1))
    : t.isIfStatement(node)
      ? leaves(node.consequent) && leaves(node.alternate ?? undefined)
      : t.isBreakStatement(node) ||
        t.isReturnStatement(node) ||
        t.isContinueStatement(node) ||
        t.isThrowStatement(node)

/** Leaves out the cases of what is never made, but for what a case before them goes on with, and the variables that others share with them. */
const dropCases = (path: NodePath<t.SwitchStatement>): void => {
  const { node } = path
  if (!isTag(node.discriminant)) return
  const scope = path.scope.getFunctionParent()
  const shared = new Set<string>()
  let goesOn = false
  node.cases = node.cases.filter((one) => {
    if (isNeverMade(one.test) && (!goesOn || one.consequent.length === 0)) {
      t.traverseFast(one, (inner) => {
        if (
          t.isVariableDeclarator(inner) &&
          t.isIdentifier(inner.id) &&
          scope?.hasOwnBinding(inner.id.name) === true
        )
          shared.add(inner.id.name)
      })
      return false
    }
    goesOn = !leaves(one.consequent.at(-1))
    return true
  })
  if (shared.size > 0)
    path.insertBefore(
      t.variableDeclaration(
        'var',
        [...shared].map((name) => t.variableDeclarator(t.identifier(name))),
      ),
    )
}

const compare = (path: NodePath<t.BinaryExpression>): void => {
  const { operator, left, right } = path.node
  if (operator !== '===' && operator !== '!==') return
  if ((isTag(left) && isNeverMade(right)) || (isTag(right) && isNeverMade(left)))
    path.replaceWith(t.booleanLiteral(operator === '!=='))
}

/** Nothing is being hydrated. */
const neverHydrates = (program: NodePath<t.Program>): void => {
  const binding = program.scope.getBinding('isHydrating')
  if (binding === undefined) throw new Error('React DOM has changed: there is no "isHydrating" in it.')
  for (const path of [...binding.constantViolations, ...binding.referencePaths])
    path.replaceWith(t.booleanLiteral(false))
}

const dropFunctions = (program: NodePath<t.Program>): void => {
  for (const name of withoutEffect) {
    const found = program.scope.getBinding(name)?.path.node
    if (!t.isFunctionDeclaration(found))
      throw new Error(`React DOM has changed: there is no "${name}" in it.`)
    found.body.body = []
  }
}

const isFragmentMethod = (node: t.Expression): boolean =>
  t.isAssignmentExpression(node) &&
  t.isMemberExpression(node.left) &&
  t.isMemberExpression(node.left.object) &&
  t.isIdentifier(node.left.object.object, { name: 'FragmentInstance' })

/** Takes out of React DOM what the app never uses, so that the bundler leaves out what that alone needs: a fifth of it. */
export const slimReactDom = async (code: string): Promise<string> => {
  const result = await transformAsync(code, {
    babelrc: false,
    configFile: false,
    compact: true,
    sourceType: 'script',
    plugins: [
      {
        visitor: {
          Program: (program) => {
            neverHydrates(program)
            dropFunctions(program)
          },
          SwitchStatement: dropCases,
          BinaryExpression: compare,
          MemberExpression: (path) => {
            const isRead = !path.parentPath.isAssignmentExpression({ left: path.node })
            if (isRead && t.isIdentifier(path.node.property, { name: 'dehydrated' }))
              path.replaceWith(t.nullLiteral())
          },
          ExpressionStatement: (path) => {
            if (isFragmentMethod(path.node.expression)) path.remove()
          },
        },
      },
    ],
  })
  if (typeof result?.code !== 'string') throw new Error('React DOM could not be made smaller.')
  return result.code
}
