import { type RouterContextProvider, redirect } from 'react-router'
import type { NotAllowed } from '#platform/access'
import { type Visit, visitKey } from '../visit.ts'

/** What a loader is called with, as far as pages use it. */
export interface LoaderInput {
  readonly request: Request
  readonly params: Readonly<Record<string, string | undefined>>
  readonly context: Readonly<RouterContextProvider>
}

/** The rooms, clock and origin of this request. */
export function visitOf(input: LoaderInput): Visit {
  return input.context.get(visitKey)
}

/** What a page's action found, where it showed the page again instead of leading on. */
export interface ActionProps<Action extends (input: LoaderInput) => unknown> {
  readonly actionData?: Exclude<Awaited<ReturnType<Action>>, Response>
}

/** After an act: on to the page that shows what came of it, so that going back or reloading does nothing twice. */
export const redirectTo = (path: string): Response => redirect(path, 303)

/** Thrown by an action asked for an act that none of its page's forms ask for. */
export const unknownAct = (): Response => new Response(null, { status: 400, statusText: 'Bad Request' })

/** What a page gets from its loader. */
export interface PageProps<Loader extends (input: LoaderInput) => unknown> {
  readonly loaderData: Loaded<Loader>
}

/** A field of a form as text; empty where it was not sent. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export type Loaded<Loader extends (input: LoaderInput) => unknown> = Exclude<Awaited<ReturnType<Loader>>, Response>

/** Thrown by a loader whose address names nothing: the page says what to do instead. */
export function notFound(
  what: 'page' | 'document' | 'unit' | 'mandate' | 'actor' | 'session' | 'person' | 'dossier' | 'invitation' | 'link',
  id = '',
): Response {
  return Response.json({ what, id }, { status: 404, statusText: 'Not Found' })
}

/**
 * Thrown by a loader or an action where an act was refused to whoever asks: to sign in and come back, where that could
 * help; else the page that says so.
 */
export function turnedAway({ request }: LoaderInput, { act, signIn }: NotAllowed): Response {
  if (!signIn) return Response.json({ act }, { status: 403, statusText: 'Forbidden' })
  const { pathname, search } = new URL(request.url)
  return redirect(`/sign-in?${new URLSearchParams({ next: pathname + search })}`, 303)
}
