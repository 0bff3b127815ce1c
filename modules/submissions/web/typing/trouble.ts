/**
 * What was wrong with an answer, and what somebody else wrote meanwhile, as the page itself shows it after saving by the
 * button: asked of the server the same way, and put beside the question. What was typed is not touched.
 */
export async function showTrouble(
  form: HTMLFormElement,
  body: URLSearchParams,
  asked: readonly string[],
  wrong: ReadonlySet<string>,
): Promise<void> {
  for (const question of asked) clearTrouble(questionOf(form, question))
  if (wrong.size === 0) return
  const answer = await fetch(location.pathname + sectionIn(form), { method: 'POST', body })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const id of wrong) {
    const here = questionOf(form, id)
    const there = page.getElementById(`at-${id}`)
    if (!here || !there) continue
    const title = here.querySelector(`[id="${CSS.escape(id)}-title"]`)
    const told = [...there.querySelectorAll('[data-fault], [data-conflict]')].map((one) =>
      document.importNode(one, true),
    )
    title?.after(...told)
    for (const field of here.querySelectorAll('input, textarea')) {
      if (field.id === id || told.some((one) => one.id === `${field.id}-fault`))
        field.setAttribute('aria-invalid', 'true')
    }
    const was = there.querySelector<HTMLInputElement>('input[name^="was "]')
    const own = here.querySelector<HTMLInputElement>('input[name^="was "]')
    if (was && own) own.value = was.value
  }
}

const questionOf = (form: HTMLFormElement, id: string): HTMLElement | null =>
  form.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`)

const sectionIn = (form: HTMLFormElement): string => {
  const section = new FormData(form).get('section')
  return typeof section === 'string' ? `?section=${encodeURIComponent(section)}` : ''
}

function clearTrouble(question: HTMLElement | null): void {
  for (const told of question?.querySelectorAll('[data-fault], [data-conflict]') ?? []) told.remove()
  for (const field of question?.querySelectorAll('[aria-invalid]') ?? []) field.removeAttribute('aria-invalid')
}
