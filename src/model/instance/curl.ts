import { type EndpointName, routes } from '#contract/routes.ts'
import { urlPart } from '#lib/text.ts'
import { powerShellQuote, shellQuote } from '#lib/shell-quote.ts'

/** The shells that a call is written for: sh, bash, zsh and fish read one form, PowerShell on any system the other. */
export const shells = ['posix', 'powershell'] as const
export type Shell = (typeof shells)[number]

/** The same call for each of them. */
export type ShellCommand = Readonly<Record<Shell, string>>

/** Where a shown command takes each secret from: never from the app. */
const secretVariables = new Map([
  ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['anthropic_api_key', 'ANTHROPIC_API_KEY'],
])

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * A value as JSON that stands inside the single quotes of any shell as it is: JSON may write every letter by its number, and so it does
 * with the single quote, a backslash of the text, and what is not ASCII, which Windows PowerShell would send in another encoding.
 */
const quotableJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/\\\\|['\u007f-\uffff]/g, (found) => escaped(found.slice(-1)))

/** How a shell puts a variable's value between two pieces of a text in single quotes. */
const variableIn: Record<Shell, (name: string) => string> = {
  posix: (name) => `'"$${name}"'`,
  powershell: (name) => `' + $env:${name} + '`,
}

const jsonBody = (body: object, shell: Shell): string => {
  const properties = Object.entries(body).filter(([, value]) => value !== undefined)
  const lines = properties.map(([key, value]) => {
    const variable = secretVariables.get(key)
    const text = variable === undefined ? quotableJson(value) : `"${variableIn[shell](variable)}"`
    return `  ${quotableJson(key)}: ${text}`
  })
  return `'{\n${lines.join(',\n')}\n}'`
}

interface Call {
  /** Where the API is, such as `https://console.carolinacloud.io/api`. */
  baseUrl: string
  /** The instance's name or uuid. */
  ref?: string
  body?: object
}

/** A `curl` command, by the page's own example. */
const curl = (method: string, url: string, body: object | undefined): string =>
  [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${shellQuote(url)}`,
    '-H "Authorization: Bearer $CCLOUD_API_KEY"',
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${jsonBody(body, 'posix')}`]),
  ].join(' \\\n  ')

/**
 * The same for PowerShell, by what Windows PowerShell 5 and PowerShell 7 both have: `curl` means two programs there, and 5 loses the
 * quotes of what it hands to a program.
 */
const restMethod = (method: string, url: string, body: object | undefined): string =>
  [
    `Invoke-RestMethod -Method ${method} -Uri ${powerShellQuote(url)}`,
    '-Headers @{ Authorization = "Bearer $env:CCLOUD_API_KEY" }',
    ...(body === undefined
      ? []
      : [`-ContentType 'application/json'`, `-Body (${jsonBody(body, 'powershell')})`]),
  ].join(' `\n  ')

/**
 * The command that makes the same call, for each shell. The API key and other secrets are taken from environment variables when it
 * runs; no secret value is ever part of the text.
 */
export const apiCall = (endpoint: EndpointName, { baseUrl, ref = '', body }: Call): ShellCommand => {
  const { method, path } = routes[endpoint]
  const url = `${baseUrl.replace(/\/+$/, '')}${path.replace('{uuid}', () => urlPart(ref))}`
  return { posix: curl(method, url, body), powershell: restMethod(method, url, body) }
}

/** Several calls, one after another. */
export const joinedCalls = (calls: readonly ShellCommand[]): ShellCommand => ({
  posix: calls.map(({ posix }) => posix).join('\n'),
  powershell: calls.map(({ powershell }) => powershell).join('\n'),
})
