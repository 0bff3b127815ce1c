import { Readable } from 'node:stream'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { HandedOut, OfflineFormat } from '#modules/submissions'
import type { Visitor } from '#platform/access'
import { fileHeaders } from '#platform/files'
import { asks, problem, problemOf, refusedTo, visitorOf } from '#platform/http'
import { chooseLanguage, sixLanguages } from '#platform/i18n'
import type { Rooms } from '../../modules/modules.ts'
import { saveTyped } from '../../modules/submissions/web/answer-saving.ts'
import { file } from './report-files.ts'

const formats: readonly OfflineFormat[] = ['docx', 'xlsx', 'html']

type Tongue = Parameters<Rooms['submissions']['receipt']>[2]

/** Whoever asks, and which invitation they answer. */
interface Asking {
  readonly visitor: Visitor
  readonly call: string
  readonly n: number
}

/**
 * Files beside the page to answer on, `/calls/<call>/answer/<n>` or `/answer/<token>`: the form to answer offline
 * (`/form.docx`, `.xlsx`, `.html`), the receipt (`/receipt.docx?number=`), and what was given as answers
 * (`/files/<sha256>`).
 */
export function mountAnswerFiles(app: OpenAPIHono, rooms: Rooms): void {
  const { submissions } = rooms
  const mount = (tail: string, give: (context: Context, asking: Asking) => Promise<Response | null>) => {
    const answer = async (context: Context, asking: Asking | null) => {
      const given = asking && (await give(context, asking))
      if (given) given.headers.set('referrer-policy', 'same-origin')
      return given ?? problem(context, problemOf(404))
    }
    app.get(`/calls/:call/answer/:n/${tail}`, async (context) => {
      const { call = '', n = '' } = context.req.param() as { call?: string; n?: string }
      return answer(context, { visitor: visitorOf(context), call, n: Number(n) })
    })
    app.get(`/answer/:token/${tail}`, async (context) => {
      const { token = '' } = context.req.param() as { token?: string }
      const holder = await submissions.holder(token, visitorOf(context))
      if (!holder) return answer(context, null)
      const [call = '', n = ''] = holder.invitation.split('/')
      return answer(context, { visitor: holder.visitor, call, n: Number(n) })
    })
  }
  const handOut = (context: Context, given: HandedOut | null) =>
    given && file(context, given.bytes, given.type, given.name)
  for (const format of formats) {
    mount(`form.${format}`, async (context, { visitor, call, n }) =>
      handOut(context, await submissions.offlineForm(`${call}/${n}`, visitor, format, languageOf(context))),
    )
  }
  mount('receipt.docx', async (context, { visitor, call, n }) => {
    const number = context.req.query('number') ?? '1'
    if (!/^[1-9]\d{0,5}$/.test(number)) return null
    return handOut(context, await submissions.receipt(`${call}/${n}/${number}`, visitor, languageOf(context)))
  })
  mount('files/:sha256', async (context, { visitor, call, n }) => {
    const { sha256 = '' } = context.req.param() as { sha256?: string }
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const found = await submissions.answerFile(call, n, sha256, visitor)
    if (!found) return null
    const body = Readable.toWeb(found.content) as ReadableStream<Uint8Array>
    return new Response(body, { headers: fileHeaders(found.file, found.name) })
  })
}

/**
 * `/save` beside the page to answer on: what its script sends a moment after typing stops, in the same fields as the
 * form, and what it is told. 401 and 403 where it is not theirs to write, 409 where nothing more is taken.
 */
export function mountTyping(app: OpenAPIHono, { submissions }: Rooms): void {
  const save = async (context: Context, visitor: Visitor, invitation: string, address: string): Promise<Response> => {
    const type = context.req.header('content-type') ?? ''
    const isForm = type.startsWith('application/x-www-form-urlencoded')
    const form = isForm ? await context.req.raw.formData() : new FormData()
    const saved = await saveTyped(submissions, { visitor, invitation, address, byLink: false }, form)
    context.header('cache-control', 'no-store')
    if (!('refused' in saved)) return context.json(saved)
    if (saved.refused === 'not-allowed') return refusedTo(context, saved)
    return problem(context, { ...problemOf(409), detail: saved.refused })
  }
  app.post('/calls/:call/answer/:n/save', asks('submissions.save'), (context) => {
    const { call, n } = context.req.param()
    return save(context, visitorOf(context), `${call}/${n}`, context.req.path)
  })
  app.post('/answer/:token/save', asks('submissions.save'), async (context) => {
    const by = visitorOf(context)
    const holder = await submissions.holder(context.req.param('token'), by)
    if (holder) return save(context, holder.visitor, holder.invitation, context.req.path)
    const may = submissions.may(by, 'submissions.save')
    return may ? problem(context, problemOf(404)) : refusedTo(context, { ...notTheirs, signIn: by.person === null })
  })
}

const notTheirs = { refused: 'not-allowed', act: 'submissions.save' } as const

const languageOf = (context: Context): Tongue => chooseLanguage(context.req.raw, sixLanguages).language as Tongue
