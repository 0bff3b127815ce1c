import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as openid from 'openid-client'
import { samePathOf } from '#modules/parties'
import { asks, type Log } from '#platform/http'
import type { Rooms } from '../../modules/modules.ts'

/** The sign-in of an organization, as its operator named it. */
export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What visitors are shown: the host of the issuer unless another name is given. */
  readonly name: string
}

/** Reads OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME; null where no issuer is named. */
export function openIdFrom(environment: NodeJS.ProcessEnv): OpenIdSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = environment
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  const { hostname } = new URL(OIDC_ISSUER)
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME || hostname,
  }
}

interface Kept {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string | null
}

const isKept = (given: unknown): given is Kept => typeof given === 'object' && given !== null && 'verifier' in given

interface OpenIdOptions {
  readonly origin: string
  readonly log: Log
  readonly openid?: OpenIdSettings | null
}

/**
 * Authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636). State, nonce and verifier are kept by the server
 * and bound to the browser by a cookie of their own, so that nobody finishes what somebody else began. An address counts
 * only where the organization says it has verified it.
 */
export function mountOpenId(app: OpenAPIHono, { parties }: Rooms, options: OpenIdOptions): void {
  const { openid: settings, origin, log } = options
  if (!settings) return
  const https = origin.startsWith('https:')
  const cookie = https ? '__Host-openid' : 'openid'
  const kept = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https, maxAge: 300 } as const
  const redirect_uri = `${origin}/sign-in/openid/callback`
  let known: Promise<openid.Configuration> | null = null
  const provider = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null // asked again the next time
      throw error
    })
    return known
  }
  const back = (context: Context, why: string) => context.redirect(`/sign-in?refused=${why}`, 303)
  const whenceOf = (context: Context) => {
    const session = context.get('session')
    if (!session) throw new Error('Signing in needs to know who asks: recognise comes before it')
    return session
  }

  app.get('/sign-in/openid', asks('parties.sign-in'), async (context) => {
    const state = openid.randomState()
    const nonce = openid.randomNonce()
    const verifier = openid.randomPKCECodeVerifier()
    const next = samePathOf(context.req.query('next'))
    const started = await parties.startOpenId({ state, nonce, verifier, next }, whenceOf(context).whence)
    if ('refused' in started) return back(context, started.refused)
    try {
      const code_challenge = await openid.calculatePKCECodeChallenge(verifier)
      const asked = { redirect_uri, scope: 'openid email', state, nonce, code_challenge, code_challenge_method: 'S256' }
      const address = openid.buildAuthorizationUrl(await provider(), asked)
      setCookie(context, cookie, started.token, kept)
      return context.redirect(address.href, 303)
    } catch (error) {
      log.error({ err: error }, 'the organization that signs people in cannot be reached')
      return back(context, 'openid-away')
    }
  })

  app.get('/sign-in/openid/callback', asks('parties.sign-in'), async (context) => {
    const token = getCookie(context, cookie)
    deleteCookie(context, cookie, kept)
    const begun = token ? await parties.takeOpenId(token) : null
    if (!isKept(begun)) return back(context, 'not-recognised')
    const email = await vouchedAddress(await provider(), redirect_uri, context, begun, log)
    const session = whenceOf(context)
    const result = email === null ? null : await parties.signInByAddress(email, session.whence)
    if (result === null || 'refused' in result) return back(context, 'not-recognised')
    session.begin(result)
    return context.redirect(samePathOf(begun.next) ?? '/account?said=signed-in', 303)
  })
}

/** Plain http only where the issuer is on this machine: a test, or a proxy beside it. */
function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openid.Configuration> {
  const server = new URL(issuer)
  const local = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const options = { timeout: 10, ...(local && { execute: [openid.allowInsecureRequests] }) }
  return openid.discovery(server, clientId, clientSecret, undefined, options)
}

/** The address the organization vouches for, or null: refused there, forged, or not verified. */
async function vouchedAddress(
  provider: openid.Configuration,
  redirect: string,
  context: Context,
  { state, nonce, verifier }: Kept,
  log: Log,
): Promise<string | null> {
  const current = new URL(redirect)
  current.search = new URL(context.req.url).search
  try {
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await openid.authorizationCodeGrant(provider, current, checks)
    const claims = tokens.claims()
    if (!claims) return null
    const said =
      typeof claims.email === 'string' ? claims : await openid.fetchUserInfo(provider, tokens.access_token, claims.sub)
    return typeof said.email === 'string' && said.email_verified === true ? said.email : null
  } catch (error) {
    log.warn({ err: error }, 'a sign-in by another organization was not taken')
    return null
  }
}
