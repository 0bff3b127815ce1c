/** The half of pdf.js that reads files; the package says nothing of its types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
