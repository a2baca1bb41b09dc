import { type NodePath, transformAsync, type types as t } from '@babel/core'
import type { PluginOptions } from 'babel-plugin-react-compiler'
import type { Plugin } from 'vite'

/** Components and hooks that run as they are written, as `file name`, each with the reason. Any other bail-out fails the build. */
const uncompiled: Readonly<Record<string, string>> = {
  'src/ui/lazy-part.tsx Inner': 'It is made anew for each deferred part, within a function.',
  'src/ui/lazy-part.tsx lazyPart':
    'It makes a component for each deferred part; the parts themselves are compiled.',
  'src/features/fleet/virtual-rows.tsx VirtualRows':
    "The virtualizer is one object that changes within: what is read from it may not be remembered ('use no memo').",
}

/** Every file of the browser's side, whatever it is called: hooks live in all sorts of files. */
const sources = /\/src\/(?!(?:sandbox|serve|conformance|testing)\/).*(?<!\.test)\.tsx?$/
/** A file without JSX that mentions no hook has nothing to compile, and need not be parsed. */
const mayHoldHooks = /\buse(?:[A-Z]\w*)?\s*[(<]/

/** A component or hook that the compiler leaves as it is. */
interface BailOut {
  name: string
  line: number
  reason: string
}

type Logger = NonNullable<PluginOptions['logger']>
type CompilerEvent = Parameters<Logger['logEvent']>[1]

/** Where a function begins: by this the compiler's events and what stands in the source are matched. */
const placeOf = (location: t.SourceLocation | null | undefined): string =>
  location === null || location === undefined ? '' : `${location.start.line}:${location.start.column}`

interface Found extends Omit<BailOut, 'reason'> {
  /** The function itself and those around it, innermost first. */
  places: readonly string[]
  /** An opt-out is reported at the body. */
  bodies: readonly string[]
}

const hookName = /^use(?:[A-Z].*)?$/

const isHookCall = (callee: t.Node): boolean =>
  (callee.type === 'Identifier' && hookName.test(callee.name)) ||
  (callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    hookName.test(callee.property.name))

/** What a reader would call it: the name of the nearest function, constant, property or class. */
const nameOf = (path: NodePath<t.Function>): string => {
  const named = path.find(
    ({ node }) =>
      ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id !== null) ||
      (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') ||
      (node.type === 'ObjectProperty' && node.key.type === 'Identifier'),
  )?.node
  const name = named !== undefined && ('id' in named ? named.id : 'key' in named ? named.key : null)
  return name && name.type === 'Identifier' ? name.name : 'anonymous function'
}

/** Notes every function that has JSX or calls a hook, whatever the compiler takes it for. */
const collectInto = (found: Map<string, Found>) => (program: NodePath<t.Program>) => {
  const note = (path: NodePath) => {
    const owner = path.getFunctionParent()
    if (owner === null || found.has(placeOf(owner.node.loc))) return
    const functions: t.Function[] = []
    for (let outer: NodePath<t.Function> | null = owner; outer !== null; outer = outer.getFunctionParent())
      functions.push(outer.node)
    found.set(placeOf(owner.node.loc), {
      name: nameOf(owner),
      line: owner.node.loc?.start.line ?? 0,
      places: functions.map(({ loc }) => placeOf(loc)),
      bodies: functions.map(({ body }) => placeOf(body.loc)),
    })
  }
  program.traverse({
    JSXElement: note,
    JSXFragment: note,
    CallExpression: (path) => {
      if (isHookCall(path.node.callee)) note(path)
    },
  })
}

const reasonOf = (event: CompilerEvent): string | null => {
  switch (event.kind) {
    case 'CompileError':
      return event.detail.reason
    case 'CompileSkip':
      // Its own reason reads "Skipped due to '[object Object]' directive".
      return "It opts out ('use no memo')."
    case 'PipelineError':
      return event.data
    default:
      return null
  }
}

const compile = async (code: string, filename: string) => {
  const found = new Map<string, Found>()
  const compiled = new Set<string>()
  const reasons = new Map<string, string>()
  const logEvent: Logger['logEvent'] = (_file, event) => {
    if (!('fnLoc' in event)) return
    const place = placeOf(event.fnLoc)
    const reason = reasonOf(event)
    if (event.kind === 'CompileSuccess') compiled.add(place)
    else if (reason !== null && !reasons.has(place)) reasons.set(place, reason)
  }
  const result = await transformAsync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins: [
      // First, since the compiler rewrites the program as soon as it enters it.
      { visitor: { Program: collectInto(found) } },
      ['babel-plugin-react-compiler', { panicThreshold: 'none', target: '19', logger: { logEvent } }],
    ],
  })

  // What stands inside another function is compiled, or left, along with that.
  const bailOuts: BailOut[] = [...found.values()]
    .filter(({ places }) => !places.some((place) => compiled.has(place)))
    .filter(({ places }) => !places.slice(1).some((place) => found.has(place)))
    .map(({ name, line, places, bodies }) => ({
      name,
      line,
      reason:
        [...places, ...bodies].map((place) => reasons.get(place)).find((reason) => reason !== undefined) ??
        'The compiler takes it for neither a component nor a hook.',
    }))
  return { code: result?.code ?? null, map: result?.map ?? null, bailOuts }
}

/**
 * Runs React Compiler over components and hooks, and fails the build where it leaves one as it is without that being listed, or
 * where one is listed that it compiles. It goes through Babel because the compiler built into the React plugin turns BigInt
 * literals into `undefined` without a word (oxc-transform-react 0.156), and our money is BigInt; this one does not compile a
 * component with such a literal, hence `ZERO` of lib/money.
 */
export const reactCompiler = (listed: Readonly<Record<string, string>> = uncompiled): Plugin => ({
  name: 'hatteras:react-compiler',
  enforce: 'pre',
  transform: {
    filter: { id: sources },
    async handler(code, filename) {
      if (filename.endsWith('.ts') && !mayHoldHooks.test(code)) return null
      const file = filename.slice(filename.lastIndexOf('/src/') + 1)
      const { bailOuts, ...result } = await compile(code, filename)
      const complaints = [
        ...bailOuts
          .filter(({ name }) => listed[`${file} ${name}`] === undefined)
          .map(
            ({ name, line, reason }) => `${file}:${line}: React Compiler does not compile ${name}: ${reason}`,
          ),
        ...Object.keys(listed)
          .filter((entry) => entry.startsWith(`${file} `))
          .filter((entry) => bailOuts.every(({ name }) => entry !== `${file} ${name}`))
          .map((entry) => `${entry} is listed as not compiled, and is compiled or gone.`),
      ]
      if (complaints.length > 0) {
        const message = complaints.join('\n')
        if (this.environment.mode === 'build') this.error(message)
        else this.warn(message)
      }
      return result.code === null ? null : { code: result.code, map: result.map }
    },
  },
})
