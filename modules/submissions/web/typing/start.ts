import { countWords } from '../../reading-words.ts'
import { markOf } from '../answer-names.ts'
import { applyConditions } from './conditions.ts'
import { addRow, putBack, saidNow, wasOf } from './fields.ts'
import { readKept } from './kept.ts'
import { type Status, saveByItself } from './saving.ts'

/**
 * What the page to answer on does besides where scripts run: saves by itself, shows at once what an answer leads to,
 * counts words, adds rows. Everything here can be done without.
 */
function start(form: HTMLFormElement): void {
  const status = document.getElementById('saving')
  const figures = new Intl.NumberFormat(form.dataset.locale)
  const clock = new Intl.DateTimeFormat(form.dataset.locale, { hour: '2-digit', minute: '2-digit' })
  const tell = (what: Status): void => {
    if (!status) return
    status.textContent = (form.dataset[what] ?? '').replace('%1', clock.format(new Date()))
    status.dataset.status = what
  }
  const saving = saveByItself(form, tell)
  const kept = readKept(form.dataset.invitation ?? '')
  let found = false
  for (const [question, { was, entries }] of Object.entries(kept)) {
    const field = wasOf(form, question)
    if (!field) continue
    const before = saidNow(form).get(question)
    putBack(form, question, entries)
    const after = saidNow(form).get(question)
    if (!before || !after || markOf(before.given) === markOf(after.given)) continue
    // Where it changed on the server since, that is told, and both wordings are shown.
    field.value = was
    found = true
  }
  const settle = (): void => {
    applyConditions(form)
    count()
  }
  function count(): void {
    for (const place of form.querySelectorAll<HTMLElement>('[data-count]')) {
      const field = document.getElementById(place.dataset.count ?? '')
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
      const most = Number(field.dataset.most)
      const words = countWords(field.value)
      place.textContent = (form.dataset.words ?? '')
        .replace('%1', figures.format(words))
        .replace('%2', figures.format(most))
      place.toggleAttribute('data-over', words > most)
    }
  }
  form.addEventListener('input', () => {
    settle()
    saving.typed()
  })
  form.addEventListener('submit', () => saving.left())
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-add]') : null
    const row = button && addRow(form, button.dataset.add ?? '')
    if (!row) return
    event.preventDefault()
    row.querySelector<HTMLElement>('input, select')?.focus()
  })
  addEventListener('online', () => saving.now())
  addEventListener('pagehide', () => saving.now())
  settle()
  if (found) {
    saving.typed()
    tell('found')
  }
}

const form = document.querySelector<HTMLFormElement>('form#answers')
if (form) start(form)
