import { useWords } from './words.ts'

interface Props {
  readonly body: string
  readonly number: number
  readonly part?: string | null
}

/** Sessions are numbered, or named by their year where a body meets once a year under it. */
export function SessionName({ body, number, part = null }: Props) {
  return useSessionName()(body, number, part)
}

export function useSessionName(): (body: string, number: number, part?: string | null) => string {
  const words = useWords()
  return (body, number, part = null) =>
    words(number > 1900 ? 'session.of-year' : 'session.numbered', {
      body,
      number: number > 1900 ? String(number) : number,
      part: part ?? 'regular',
    })
}
