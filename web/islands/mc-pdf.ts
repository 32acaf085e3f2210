interface Viewport {
  readonly width: number
  readonly height: number
}
interface PdfPage {
  getViewport(given: { scale: number }): Viewport
  render(given: { canvas: HTMLCanvasElement; viewport: Viewport }): { readonly promise: Promise<void> }
}
interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}
interface Reader {
  readonly GlobalWorkerOptions: { workerSrc: string }
  getDocument(given: { url: string; isEvalSupported: boolean }): { readonly promise: Promise<Pdf> }
}

const STEP = 1.25
const SCALES = { least: 0.5, most: 4 } as const

/**
 * Shows a PDF page by page, with our own keys and buttons: the reader (pdf.js) is fetched only when there is a PDF to be
 * shown. Left and right turn the page while the viewer has the focus.
 */
class PdfViewer extends HTMLElement {
  #pdf: Pdf | undefined
  #at = 1
  #scale = 1
  readonly #canvas = document.createElement('canvas')
  readonly #where = document.createElement('span')

  connectedCallback(): void {
    if (this.childElementCount > 0) return
    void this.#open().catch(() => {
      const note = document.createElement('p')
      note.textContent = this.dataset['broken'] ?? ''
      this.replaceChildren(note)
    })
  }

  async #open(): Promise<void> {
    const { pdfReader = '', pdfWorker = '' } = document.body.dataset
    const reader: Reader = await import(pdfReader)
    reader.GlobalWorkerOptions.workerSrc = pdfWorker
    const url = new URL(this.dataset['src'] ?? '', location.href).href
    this.#pdf = await reader.getDocument({ url, isEvalSupported: false }).promise
    this.#where.setAttribute('role', 'status')
    this.#canvas.setAttribute('role', 'img')
    const buttons = document.createElement('p')
    buttons.className = 'pdf-buttons'
    buttons.append(
      this.#button('previous', () => this.#turn(-1)),
      this.#where,
      this.#button('next', () => this.#turn(1)),
      this.#button('smaller', () => this.#zoom(1 / STEP)),
      this.#button('larger', () => this.#zoom(STEP)),
    )
    const sheet = document.createElement('div')
    sheet.className = 'pdf-sheet'
    sheet.tabIndex = 0
    sheet.setAttribute('role', 'region')
    sheet.setAttribute(
      'aria-label',
      this.closest('figure')?.querySelector('figcaption span')?.textContent ?? '',
    )
    sheet.append(this.#canvas)
    this.addEventListener('keydown', this.#key)
    this.replaceChildren(buttons, sheet)
    this.#scale = Math.max(SCALES.least, Math.min(1.4, sheet.clientWidth / 620))
    await this.#draw()
  }

  #button(name: 'previous' | 'next' | 'larger' | 'smaller', press: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset['variant'] = 'tertiary'
    button.textContent = this.dataset[name] ?? ''
    button.addEventListener('click', press)
    return button
  }

  #key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight' || event.key === 'PageDown') this.#turn(1)
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') this.#turn(-1)
    else return
    event.preventDefault()
  }

  #turn(by: 1 | -1): void {
    const to = this.#at + by
    if (!this.#pdf || to < 1 || to > this.#pdf.numPages) return
    this.#at = to
    void this.#draw()
  }

  #zoom(by: number): void {
    this.#scale = Math.max(SCALES.least, Math.min(SCALES.most, this.#scale * by))
    void this.#draw()
  }

  async #draw(): Promise<void> {
    if (!this.#pdf) return
    const page = await this.#pdf.getPage(this.#at)
    const viewport = page.getViewport({ scale: this.#scale })
    this.#canvas.width = Math.floor(viewport.width)
    this.#canvas.height = Math.floor(viewport.height)
    await page.render({ canvas: this.#canvas, viewport }).promise
    const said = (this.dataset['page'] ?? '')
      .replace('{at}', String(this.#at))
      .replace('{of}', String(this.#pdf.numPages))
    this.#where.textContent = said
    this.#canvas.setAttribute('aria-label', said)
    this.dataset['drawn'] = String(this.#at)
  }
}

customElements.define('mc-pdf', PdfViewer)
