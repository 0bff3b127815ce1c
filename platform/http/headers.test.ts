import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { closedHeaders } from './index.ts'

const app = new Hono()
app.use(closedHeaders({ https: false }))
app.get('/page', (context) => context.html('<p>'))
app.get('/file', (context) => context.body('x', 200, { 'content-security-policy': "default-src 'none'; sandbox" }))

test('an answer is closed, and one that is closed further stays so', async () => {
  const page = await app.request('/page')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const file = await app.request('/file')
  expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(file.headers.get('x-frame-options')).toBe('DENY')
})
