import type { Outline, OutlineUnit } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { sessionTable, shippedCalendar } from '#modules/calendar'
import { adoptionOf, isoDate } from './adoption.ts'
import { documentIdOf } from './identity.ts'

const unit = (given: Partial<OutlineUnit>): OutlineUnit => ({
  id: 'x',
  type: 'resolution',
  number: null,
  title: null,
  organ: null,
  parent: null,
  adopted: null,
  items: [],
  footnotes: [],
  tables: [],
  ...given,
})
const outline = (...units: OutlineUnit[]): Outline => ({ source: null, language: 'en', notes: [], units })
const sheet = outline(unit({ id: 'E/RES/2012/19' }))
const heading = outline(unit({ id: 'D/Resolution 20/1' }))

describe('the address of a document', () => {
  test.each([
    ['the symbol told', 'E/2011/30', heading, 'a.txt', 'E/2011/30'],
    ["the sheet's own symbol", null, sheet, 'a.txt', 'E/RES/2012/19'],
    ['else the name of the file', null, heading, 'Report 2011.final.txt', 'Report_2011.final'],
    [
      'where a text holds several units, the name',
      null,
      outline(...sheet.units, unit({ id: 'E/RES/2012/20' })),
      'two.md',
      'two',
    ],
    ['blanks and odd characters made safe', ' S/RES/1440 (2002)? ', sheet, 'a.txt', 'S/RES/1440_(2002)-'],
    ['no way out of the register', '../../etc//passwd', sheet, 'a.txt', 'etc/passwd'],
    ['other scripts kept', null, heading, '决议.txt', '决议'],
    ['a name that is all ending', null, heading, '.txt', '.txt'],
    ['nothing usable', null, heading, '..', 'document'],
  ])('%s', (_, symbol, given, file, id) => expect(documentIdOf(symbol, given, file)).toBe(id))
})

describe('adoption', () => {
  const table = sessionTable(shippedCalendar())
  const known = { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } }
  const commission = 'The Commission on Crime Prevention and Criminal Justice'
  test.each([
    [
      'its own date first',
      unit({ adopted: { date: '26 July 2012', meeting: null } }),
      { ...known, adopted: '2012-07-26' },
    ],
    [
      'a number of a commission names the session',
      unit({ number: '19/1', organ: commission }),
      { ...known, session: { body: 'CCPCJ', number: 19 } },
    ],
    [
      'a number of the Council names the year',
      unit({ number: '2012/19', organ: 'The Economic and Social Council' }),
      { ...known, session: { body: 'ECOSOC', number: 2012 } },
    ],
    [
      'a draft is of the session that proposes it',
      unit({ type: 'draft-resolution', number: 'I', organ: 'The General Assembly' }),
      known,
    ],
    ['an organ nobody knows', unit({ number: '3/4', organ: 'The Assembly of Owls' }), known],
  ])('%s', (_, given, expected) => expect(adoptionOf(given, known, table)).toEqual(expected))

  test.each([
    ['2012-07-26', '2012-07-26'],
    ['26 July 2012', '2012-07-26'],
    ['1 May 2011', '2011-05-01'],
    ['2012-02-30', null],
    ['31 June 2012', null],
    ['July 2012', null],
    ['', null],
  ])('%j as a day', (written, iso) => expect(isoDate(written)).toBe(iso))
})
