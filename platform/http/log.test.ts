import { describe, expect, test } from 'vitest'
import { newToken } from '#platform/secrets'
import { loggedPath } from './log.ts'

describe('a path in the log', () => {
  test('holds no personal link', () => {
    for (const token of [newToken(), newToken(), 'a'.repeat(32), '-_'.repeat(32)]) {
      expect(loggedPath(`/answer/${token}`)).toBe('/answer/*')
      expect(loggedPath(`/answer/${token}/receipt.docx`)).toBe('/answer/*/receipt.docx')
    }
  })

  test('is else as it was asked for', () => {
    for (const path of ['/', '/documents/E/RES/2012/19', '/calls/2012-1/answer/4', '/mandates/E/2011/30%23A']) {
      expect(loggedPath(path)).toBe(path)
    }
  })
})
