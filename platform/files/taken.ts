/** The most bytes of a file that somebody gives with what they report or answer. */
export const largestGiven = 20 * 1024 * 1024

/**
 * Kinds of files that are taken from people, by their own bytes: what people report with. Nothing that runs by being
 * opened; the older Office formats are left out because they cannot be told from files with macros.
 */
export const takenTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/webp',
])
