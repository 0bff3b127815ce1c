import { strFromU8, strToU8 } from 'fflate'
import type { Damaged } from './damaged.ts'

/** Pages that somebody edited, saved by other ways or filled with what was never asked. */
export function damagedHtml(good: Uint8Array): readonly Damaged[] {
  const page = strFromU8(good)
  const store = /<script type="application\/json" id="answers">([\s\S]*?)<\/script>/
  const data = JSON.parse(store.exec(page)![1]!) as { mark: string; answers: Record<string, unknown> }
  const changed = (change: (html: string) => string): Uint8Array => {
    const after = change(page)
    if (after === page) throw new Error('nothing was changed')
    return strToU8(after)
  }
  const stored = (value: unknown) =>
    changed((html) =>
      html.replace(
        store,
        () =>
          `<script type="application/json" id="answers">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
      ),
    )
  const answered = (answers: Record<string, unknown>) => stored({ ...data, answers: { ...data.answers, ...answers } })
  const without = (codes: readonly string[]) =>
    stored({
      ...data,
      answers: Object.fromEntries(Object.entries(data.answers).filter(([code]) => !codes.includes(code))),
    })
  const made = (name: string, bytes: Uint8Array, more: Omit<Damaged, 'name' | 'bytes'> = {}): Damaged => ({
    name: `html ${name}`,
    bytes,
    ...more,
  })
  const wide = (text: string) => {
    const out = new Uint8Array(2 + 2 * text.length)
    const view = new DataView(out.buffer)
    view.setUint16(0, 0xfeff, true)
    for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), true)
    return out
  }
  return [
    made(
      'without its answers',
      changed((html) => html.replace(store, '')),
      { refused: ['damaged'] },
    ),
    made(
      'with answers that are no JSON',
      changed((html) => html.replace('"answers":{', '"answers":{,')),
      { refused: ['damaged'] },
    ),
    made(
      'with answers twice',
      changed((html) => html.replace(store, (all) => all + all)),
      { refused: ['not-our-form'] },
    ),
    made('with a list of answers', stored({ ...data, answers: ['yes'] }), { refused: ['damaged'] }),
    made('with something more in it', stored({ ...data, run: 'x' }), { refused: ['damaged'] }),
    made('with a number for words', answered({ q4: 1234 }), { refused: ['damaged'] }),
    made('with answers in answers', answered({ q4: { q5: 'x' } }), { refused: ['damaged'] }),
    made(
      'with lists in lists without end',
      changed((html) =>
        html.replace(store, `<script type="application/json" id="answers">${'['.repeat(200_000)}</script>`),
      ),
      { refused: ['damaged'] },
    ),
    made(
      'with 30,000 places',
      answered(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`q7.#${at}.name`, 'x']))),
      { refused: ['damaged'] },
    ),
    made(
      'with a foreign script',
      changed((html) => html.replace('</body>', '<script>alert(1)</script></body>')),
      { told: ['macros'] },
    ),
    made(
      'with a frame',
      changed((html) => html.replace('</body>', '<iframe src="http://127.0.0.1:1/"></iframe></body>')),
      { told: ['macros'] },
    ),
    made(
      'with a handler',
      changed((html) => html.replace('<main>', '<main onclick="x()">')),
      { told: ['macros'] },
    ),
    made(
      'with its own script changed',
      changed((html) =>
        html.replace("addEventListener('beforeunload'", "fetch('//x');addEventListener('beforeunload'"),
      ),
      { told: ['macros'] },
    ),
    made(
      'with words written into the page',
      changed((html) => html.replace('</main>', '<p>Please note this</p></main>')),
      { told: ['words-outside'], written: ['Please note this'] },
    ),
    made('without the place of a question', without(['q4']), { left: ['q4'], told: ['question-gone q4 left'] }),
    made('without a column', without(['q6.r.2010.remark', 'q6.r.2011.remark']), {
      told: ['part-gone q6 look'],
      other: ['q6'],
    }),
    made('with a question nobody asked', answered({ q99: 'Words' }), {
      told: ['question-unknown'],
      written: ['Words'],
    }),
    made('with a row nobody asked for', answered({ 'q6.r.2099.cases': '5' }), {
      told: ['row-unknown'],
      written: ['5'],
    }),
    made(
      'with a name of a prototype',
      strToU8(page.replace('"answers":{', '"answers":{"__proto__":"x","constructor":"y",')),
      { told: ['question-unknown'], written: ['y'] },
    ),
    made('with words for a number', answered({ q4: 'about thirty' }), {
      left: ['q4'],
      told: ['not-taken q4 left'],
      written: ['about thirty'],
    }),
    made('with no such day', answered({ q5: '2011-02-31' }), {
      left: ['q5'],
      told: ['not-taken q5 left'],
      written: ['2011-02-31'],
    }),
    made('with no such choice', answered({ q1: 'perhaps' }), {
      left: ['q1'],
      told: ['not-taken q1 left'],
      written: ['perhaps'],
    }),
    made('with a note and an answer', answered({ 'q4.n': 'no_information' }), {
      left: ['q4'],
      told: ['not-taken q4 left'],
    }),
    made('with no such note', answered({ q4: '', 'q4.n': 'because' }), { left: ['q4'], told: ['not-taken q4 left'] }),
    made('with five million letters', answered({ q3: 'word '.repeat(1_000_000) }), {
      left: ['q3'],
      told: ['not-taken q3 left'],
    }),
    made('with letters that are none', answered({ q3: 'a\u0000b' }), { left: ['q3'], told: ['not-taken q3 left'] }),
    made(
      'with too many rows',
      answered(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`q7.#${at + 1}.name`, `Law ${at}`]))),
      { left: ['q7'], told: ['not-taken q7 left'] },
    ),
    made('in wide letters', wide(page)),
    made(
      'with lines ended as Windows does',
      changed((html) => html.replaceAll('\n', '\r\n')),
      { orWhole: true, refused: [], told: [] },
    ),
    made(
      'saved once more by a browser',
      changed((html) =>
        html
          .replace('<!doctype html>', '<!DOCTYPE html>')
          .replace('type="application/json" id="answers"', 'id="answers" type="application/json"'),
      ),
    ),
    made(
      'in an encoding of old',
      changed((html) => html.replace('quot', '\u00e9quot')).map((byte, at, all) =>
        byte === 0xc3 && all[at + 1] === 0xa9 ? 0xe9 : byte,
      ),
      { refused: ['no-such-format'] },
    ),
  ]
}
