import { type Given, givenIn } from '../answer-names.ts'

/** Fields of one question that hold what is said, with the name each is sent under. */
export type Entry = readonly [name: string, value: string]

/** What each question of the form says now. */
export function saidNow(form: HTMLFormElement): Map<string, { readonly given: Given; readonly entries: Entry[] }> {
  const entries = [...new FormData(form)].flatMap(([name, value]): Entry[] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const found = new Map<string, { readonly given: Given; readonly entries: Entry[] }>()
  for (const [question, given] of givenIn(entries)) {
    const own = entries.filter(([name]) => name.split(' ')[1] === question && !name.startsWith('was '))
    found.set(question, { given, entries: own })
  }
  return found
}

/** The hidden field with the mark of what stands on the server. */
export const wasOf = (form: HTMLFormElement, question: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[name="was ${CSS.escape(question)}"]`)

/** One more row of one's own, like the last one and empty. */
export function addRow(form: HTMLFormElement, question: string): HTMLTableRowElement | null {
  const table = form.querySelector<HTMLTableElement>(`table[data-rows="${CSS.escape(question)}"]`)
  const last = table?.tBodies[0]?.rows[table.tBodies[0].rows.length - 1]
  if (!table || !last || last.parentElement!.children.length >= Number(table.dataset.max)) return null
  const n = last.parentElement!.children.length + 1
  const row = last.cloneNode(true) as HTMLTableRowElement
  const before = String(n - 1)
  const renumbered = (text: string) => text.replace(before, String(n))
  for (const head of row.querySelectorAll('th')) head.textContent = renumbered(head.textContent ?? '')
  for (const fault of row.querySelectorAll('[data-fault]')) fault.remove()
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    const column = field.name.split(' ')[3] ?? ''
    field.name = `cell ${question} +${n} ${column}`
    field.id = `${question}.${n}.${column}`
    field.setAttribute('aria-label', renumbered(field.getAttribute('aria-label') ?? ''))
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
    field.value = ''
  }
  last.after(row)
  return row
}

/** Puts back what was typed before: every field of the question says what it said then. */
export function putBack(form: HTMLFormElement, question: string, entries: readonly Entry[]): void {
  const rows = entries.map(([name]) => Number(/^cell \S+ \+(\d+) /.exec(name)?.[1] ?? 0))
  for (let n = 0; n < Math.max(0, ...rows); n++) {
    const has = form.querySelector(`[name^="cell ${CSS.escape(question)} +${n + 1} "]`)
    if (!has && !addRow(form, question)) break
  }
  for (const field of form.querySelectorAll<HTMLInputElement>(`[name]`)) {
    if (field.name.split(' ')[1] !== question || field.type === 'file' || field.name.startsWith('was ')) continue
    const values = entries.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
    else if (values[0] !== undefined) field.value = values[0]
  }
}
