import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Endings of the files taken from a folder; a file that is named is taken whatever its ending. */
const endings = ['.txt', '.md', '.html', '.htm', '.docx', '.pdf', '.xml', '.akn']

/** The texts a path stands for: the file itself, or all texts of a folder and its folders, in order of their names. */
export async function textsIn(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
