// Runs inside the saved form, from the disk and without a network. It keeps what is written in the element `answers`, so
// that the file holds it however it is saved, and sends nothing anywhere.
;(() => {
  const store = document.getElementById('answers')
  const words = JSON.parse(document.body.dataset.words)
  const fields = [...document.querySelectorAll('[data-code]')]
  const kept = JSON.parse(store.textContent)
  const status = document.getElementById('status')
  let changed = false

  const saidIn = (field) => (field.type === 'checkbox' ? (field.checked ? 'x' : '') : field.value)
  const inWords = (text, facts) => text.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all)
  const write = () => {
    for (const field of fields) kept.answers[field.dataset.code] = saidIn(field)
    store.textContent = JSON.stringify(kept).replaceAll('<', '\\u003c')
  }
  const fill = () => {
    for (const field of fields) {
      const value = kept.answers[field.dataset.code] ?? ''
      if (field.type === 'checkbox') field.checked = value !== ''
      else field.value = value
    }
  }

  const fieldsOf = (id) => fields.filter((field) => field.closest('[data-question]')?.dataset.question === id)
  const isNote = (field) => field.dataset.note !== undefined
  const answered = (id) => fieldsOf(id).some((field) => !isNote(field) && saidIn(field).trim() !== '')
  const chosen = (id) =>
    fieldsOf(id).flatMap((field) => (saidIn(field) === '' ? [] : [field.dataset.option ?? saidIn(field)]))
  // in the order of the form: what hangs on a question that is not asked is not asked either
  const show = () => {
    for (const place of document.querySelectorAll('[data-when]')) {
      const when = JSON.parse(place.dataset.when)
      const on = document.querySelector(`[data-question="${when.question}"]`)
      const holds = when.anyOf ? chosen(when.question).some((one) => when.anyOf.includes(one)) : answered(when.question)
      place.hidden = !holds || on === null || on.closest('[hidden]') !== null
    }
  }

  const countWords = (text) => {
    const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
    const others = text
      .replace(/\p{Script=Han}/gu, ' ')
      .split(/\s+/u)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
    return others.length + Math.ceil(characters / 3)
  }
  const wrongIn = ({ dataset, value }) => {
    const text = value.trim()
    if (text === '') return null
    if (dataset.words && countWords(text) > Number(dataset.words)) {
      return inWords(words.words, { count: countWords(text), most: dataset.words })
    }
    if (dataset.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return words.day
    if (dataset.kind === 'date' && ((dataset.from && text < dataset.from) || (dataset.to && text > dataset.to)))
      return words.day
    if (dataset.kind === 'number') {
      if (!/^[-+\u2212]?[\d\u0660-\u0669 .,'\u066b\u066c\u00a0\u202f]+$/.test(text)) return words.number
      if (/^-?\d+(?:\.\d+)?$/.test(text)) {
        if (dataset.min && Number(text) < Number(dataset.min)) return words.small
        if (dataset.max && Number(text) > Number(dataset.max)) return words.great
        if (dataset.decimals && (text.split('.')[1] ?? '').length > Number(dataset.decimals)) return words.decimals
      }
    }
    return null
  }
  const check = () => {
    let wrong = 0
    for (const question of document.querySelectorAll('[data-question]')) {
      const own = fieldsOf(question.dataset.question)
      const told = question.querySelector('[data-live]')
      const isAsked = question.closest('[hidden]') === null
      const found = isAsked ? own.map(wrongIn).find((one) => one !== null) : null
      const isMissing = isAsked && question.dataset.required && own.every((field) => saidIn(field).trim() === '')
      const text = found ?? (isMissing ? words.missing : '')
      if (told) told.textContent = text
      for (const field of own) field.setAttribute('aria-invalid', String(wrongIn(field) !== null))
      if (text !== '') wrong++
    }
    status.textContent = wrong === 0 ? words.order : inWords(words.look, { count: wrong })
  }

  const save = () => {
    write()
    const copy = document.documentElement.cloneNode(true)
    for (const live of copy.querySelectorAll('[data-live]')) live.textContent = ''
    const file = new Blob([`<!doctype html>\n${copy.outerHTML}\n`], { type: 'text/html' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = document.body.dataset.file
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    changed = false
    status.textContent = words.saved
  }

  fill()
  show()
  document.getElementById('work').hidden = false
  document.addEventListener('input', () => {
    changed = true
    write()
    show()
    status.textContent = words.unsaved
  })
  document.getElementById('save').addEventListener('click', save)
  document.getElementById('check').addEventListener('click', check)
  document.getElementById('print').addEventListener('click', () => window.print())
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
})()
