// npm run build: the app into dist/, and the server of npm start into dist-serve/.
import { requireNode } from './node-version.mjs'

requireNode()
const { build } = await import('./build-if-needed.mjs')
process.exit(await build())
