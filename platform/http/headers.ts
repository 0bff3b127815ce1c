import type { MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'

/**
 * Headers that close what a document site does not need. Scripts only from our own files, or inline with the
 * request's nonce; styles only from our own files; nobody may frame a page. HSTS only where pages come by https. An answer
 * that brings a policy of its own keeps it: files sent in by others, pages whose address is a secret.
 */
export function closedHeaders(options: { https: boolean }): MiddlewareHandler {
  const close = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      ...(options.https && { upgradeInsecureRequests: [] }),
    },
    strictTransportSecurity: options.https ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: { camera: false, microphone: false, geolocation: false, payment: false, usb: false },
  })
  return async (context, next) => {
    const own = new Map<string, string>()
    await close(context, async () => {
      await next()
      for (const policy of policies) {
        const given = context.res.headers.get(policy)
        if (given !== null) own.set(policy, given)
      }
    })
    for (const [policy, given] of own) context.res.headers.set(policy, given)
  }
}

const policies = ['content-security-policy', 'referrer-policy'] as const
