/** Page on which an invitation to answer a call is answered. */
export const answerPage = (id: string): string => `/calls/${id.replace('/', '/answer/')}`

/** Page of a call. */
export const callPage = (call: string): string => `/calls/${call}`

/** Page of what was sent: `<call>/<invitation>/<number>`. */
export function submissionPage(submission: string): string {
  const [call, invitation] = submission.split('/')
  return `/calls/${call}/submissions/${invitation}`
}
