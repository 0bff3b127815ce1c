import { open } from 'node:fs/promises'

/** The media type of a file by its own bytes. What hides a script in a picture is the picture, never the script. */
export async function sniff(path: string): Promise<string> {
  const { fileTypeFromFile } = await import('file-type') // when the first file comes, not at every start
  const found = await fileTypeFromFile(path).catch(() => undefined) // bytes that only began like a known kind
  if (found) return found.mime
  return (await isText(path)) ? 'text/plain' : 'application/octet-stream'
}

/** Characters that stand in no text: controls but tab, line feed, form feed, carriage return and escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to look for
const binary = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = await open(path)
  try {
    for await (const chunk of file.readableWebStream({ autoClose: false })) {
      if (binary.test(decoder.decode(chunk as Uint8Array, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // not UTF-8
    throw error
  } finally {
    await file.close()
  }
}
