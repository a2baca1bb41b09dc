import { type EndpointName, routes } from '#contract/routes.ts'
import { urlPart } from '#lib/text.ts'
import { insideSingleQuotes, shellQuote } from '#lib/shell-quote.ts'

/** Where a shown command takes each secret from: never from the app. */
const secretVariables = new Map([
  ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['anthropic_api_key', 'ANTHROPIC_API_KEY'],
])

/** One property as it stands inside single quotes; a secret closes them, gives its variable in double quotes, and opens them again. */
const property = (key: string, value: unknown): string => {
  const variable = secretVariables.get(key)
  const text = variable === undefined ? insideSingleQuotes(JSON.stringify(value)) : `"'"$${variable}"'"`
  return `  ${insideSingleQuotes(JSON.stringify(key))}: ${text}`
}

const jsonArgument = (body: object): string => {
  const properties = Object.entries(body).filter(([, value]) => value !== undefined)
  return `'{\n${properties.map(([key, value]) => property(key, value)).join(',\n')}\n}'`
}

interface Call {
  /** Where the API is, such as `https://console.carolinacloud.io/api`. */
  baseUrl: string
  /** The instance's name or uuid. */
  ref?: string
  body?: object
}

/**
 * The `curl` command that makes the same call. The API key and other secrets are taken from environment variables when it runs;
 * no secret value is ever part of the text.
 */
export const apiCall = (endpoint: EndpointName, { baseUrl, ref = '', body }: Call): string => {
  const { method, path } = routes[endpoint]
  const url = `${baseUrl.replace(/\/+$/, '')}${path.replace('{uuid}', () => urlPart(ref))}`
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${shellQuote(url)}`,
    '-H "Authorization: Bearer $CCLOUD_API_KEY"',
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${jsonArgument(body)}`]),
  ].join(' \\\n  ')
}
