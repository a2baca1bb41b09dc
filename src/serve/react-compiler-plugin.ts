import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

const components = /\/src\/(?!sandbox|serve).*(?:\.tsx|\/use-[^/]*\.ts)$/

/**
 * Runs React Compiler over components and hooks. It goes through Babel because the compiler built into the React plugin turns
 * BigInt literals into `undefined` without a word (oxc-transform-react 0.156), and our money is BigInt; this one leaves a
 * component that it cannot handle as it is.
 */
export const reactCompiler = (): Plugin => ({
  name: 'hatteras:react-compiler',
  enforce: 'pre',
  transform: {
    filter: { id: components },
    async handler(code, filename) {
      const result = await transformAsync(code, {
        filename,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['babel-plugin-react-compiler', { panicThreshold: 'none', target: '19' }]],
      })
      const compiled = result?.code ?? null
      return compiled === null ? null : { code: compiled, map: result?.map ?? null }
    },
  },
})
