import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/** Somebody an organization knows: what it says of their address. */
export interface Member {
  readonly email: string
  readonly verified: boolean
}

/**
 * A real OpenID Connect provider on this machine, with pages on which any login is taken. `members` says what it vouches
 * for, by login.
 */
export async function organization(
  site: string,
  members: Readonly<Record<string, Member>>,
): Promise<{
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
  const client = { clientId: 'resolute', clientSecret: 'a secret for this test alone' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${site}/sign-in/openid/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key for this test alone'] },
    findAccount: (_, sub) => {
      const member = members[sub]
      const claims = { sub, email: member?.email, email_verified: member?.verified }
      return member && { accountId: sub, claims: () => Promise.resolve(claims) }
    },
  })
  server.on('request', provider.callback())
  return {
    issuer,
    ...client,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
