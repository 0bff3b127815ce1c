import { expect, test } from 'vitest'
import { anybody, may, type Permission, program, refusalOf, type Visitor } from './index.ts'

const record: Permission = { act: 'followup.record-update', roles: ['focal-point', 'officer'] }
const search: Permission = { act: 'documents.search', roles: ['public'] }
const chile: Visitor = { doer: 'person:1', person: '1', name: 'A', grants: [{ role: 'focal-point', actor: 'cl' }] }
const officer: Visitor = { doer: 'person:2', person: '2', name: 'B', grants: [{ role: 'officer', actor: null }] }

test('a focal point acts for its own actor only', () => {
  expect(may(chile, record, 'cl')).toBe(true)
  expect(may(chile, record, 'pe')).toBe(false)
  expect(may(chile, record)).toBe(false)
})

test('an officer acts for the whole office, the program for everybody, the public where a row says so', () => {
  expect(may(officer, record, 'pe')).toBe(true)
  expect(may(program('system:samples'), record)).toBe(true)
  expect(may(anybody, record, 'cl')).toBe(false)
  expect(may(anybody, search)).toBe(true)
})

test('a refusal says whether signing in could help', () => {
  expect(refusalOf(anybody, record, 'cl')).toEqual({ refused: 'not-allowed', act: record.act, signIn: true })
  expect(refusalOf(chile, record, 'pe')).toMatchObject({ signIn: false })
  expect(refusalOf(chile, record, 'cl')).toBeNull()
})
