import { notFound } from '#web'

/** Any address nothing else answers: the shell is drawn with the 404 page inside. */
export function loader(): never {
  throw notFound('page')
}

export default function Missing() {
  return null
}
