import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Invitation, InvitationFilter } from '#modules/submissions'
import type { Visitor } from '#platform/access'
import { asks, problem, problemOf, refusedTo, visitorOf } from '#platform/http'
import type { Rooms } from '../../modules/modules.ts'
import { file } from './report-files.ts'

/** Every invitation of a call a visitor may see, page by page. */
export async function allInvitations(
  { submissions }: Rooms,
  call: string,
  filter: InvitationFilter,
  by: Visitor,
): Promise<readonly Invitation[]> {
  const rows: Invitation[] = []
  let after = 0
  for (;;) {
    const page = await submissions.invitations(call, { ...filter, limit: 1000, after }, by)
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

/**
 * Files beside the pages of invitations: the covering letter of one (`/letter.docx`), without a link since that is told
 * in letters alone; and by POST the letters of all or of one with fresh links, in one archive, which is an act.
 */
export function mountCallFiles(app: OpenAPIHono, { submissions }: Rooms, origin: string): void {
  app.get('/calls/:call/invitations/:n/letter.docx', async (context) => {
    const { call, n } = context.req.param()
    const letter = await submissions.letter(`${call}/${n}`, visitorOf(context))
    return letter ? file(context, letter.bytes, letter.type, letter.name) : problem(context, problemOf(404))
  })
  app.post('/calls/:call/letters.zip', asks('submissions.ask'), async (context) => {
    const call = context.req.param('call')
    const visitor = visitorOf(context)
    if (!submissions.may(visitor, 'submissions.ask')) {
      return refusedTo(context, { refused: 'not-allowed', act: 'submissions.ask', signIn: visitor.person === null })
    }
    const form = await context.req.formData().catch(() => null)
    if (!form) return problem(context, problemOf(415))
    const one = form.get('invitation')
    const invitations = typeof one === 'string' && one !== '' ? { invitations: [one] } : {}
    const done = await submissions.askOnPaper(visitor, { call, ...invitations, origin })
    if (!('refused' in done)) return file(context, done.letters.bytes, done.letters.type, done.letters.name)
    if (done.refused === 'not-allowed') return refusedTo(context, done)
    const status = done.refused.startsWith('no-such') ? 404 : done.refused === 'invalid' ? 422 : 409
    return problem(context, { ...problemOf(status), detail: done.refused })
  })
}
