import type { MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'

/**
 * Headers that close what a document site does not need. Scripts only from our own files, or inline with the
 * request's nonce; styles only from our own files; nobody may frame a page. HSTS only where pages come by https. An answer
 * that brings a policy of its own, as files sent in by others do, keeps it.
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
    let own: string | null = null
    await close(context, async () => {
      await next()
      own = context.res.headers.get(policy)
    })
    if (own !== null) context.res.headers.set(policy, own)
  }
}

const policy = 'content-security-policy'
