import { openapi } from '../openapi.ts'
import type { SandboxApp } from '../session.ts'

/** Reads a file of the Swagger UI package by its name; null where there is none. */
export type DocsAsset = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>

const assetTypes: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Carolina Cloud API (sandbox)</title>
    <link rel="icon" href="/favicon.svg" />
    <link rel="stylesheet" href="./swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="./swagger-ui-bundle.js"></script>
    <script src="./init.js"></script>
  </body>
</html>
`

const init = `SwaggerUIBundle({ url: '/api/schema/', dom_id: '#docs', validatorUrl: null })\n`

/** Swagger UI draws its icons from data: URLs. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

/** `/api/schema/`, for the live dialect `/api/schema/live/`, and `/api/docs/`: open to all, as documentation is. */
export const docsRoutes = (app: SandboxApp, asset: DocsAsset): void => {
  app.get('/api/schema/', (c) => c.json(openapi('page')))
  app.get('/api/schema/live/', (c) => c.json(openapi('live')))

  app.get('/api/docs/', (c) => c.html(page, 200, { 'Content-Security-Policy': policy }))

  app.get('/api/docs/init.js', (c) => c.body(init, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))

  app.get('/api/docs/:file', async (c) => {
    const name = c.req.param('file')
    const type = assetTypes[name]
    const bytes = type === undefined ? null : await asset(name)
    return type === undefined || bytes === null
      ? c.json({ error: 'Not found.' }, 404)
      : c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' })
  })
}
