interface Page {
  readonly file: File
  turn: number
}

/**
 * The pages of a paper before they are sent: photographed one by one or chosen, put in order, turned, removed. The file
 * fields within work by themselves; here the second of them is kept to what the list says.
 */
class Pages extends HTMLElement {
  #pages: Page[] = []
  #list = document.createElement('ol')

  connectedCallback(): void {
    this.#list.className = 'page-list'
    this.append(this.#list)
    for (const field of this.#fields()) field.addEventListener('change', () => this.#take([field]))
    // What was chosen before the script was there, or kept by the browser on the way back.
    this.#take(this.#fields())
  }

  #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=file]')]
  }

  /** Puts what fields hold behind what is there; showing it empties the first field and fills the second. */
  #take(fields: readonly HTMLInputElement[]): void {
    const known = new Set(this.#pages.map((one) => one.file))
    const held = fields.flatMap(({ files }) => [...(files ?? [])])
    for (const file of held) if (!known.has(file)) this.#pages.push({ file, turn: 0 })
    if (held.length > 0) this.#show()
  }

  #show(): void {
    const sent = new DataTransfer()
    for (const { file } of this.#pages) sent.items.add(file)
    const [camera, files] = this.#fields()
    if (camera) camera.value = ''
    if (files) files.files = sent.files
    for (const image of this.#list.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    this.#list.replaceChildren(...this.#pages.map((page, at) => this.#item(page, at)))
  }

  #item(page: Page, at: number): HTMLLIElement {
    const item = document.createElement('li')
    const name = (this.dataset['page'] ?? '').replace('{at}', String(at + 1))
    const sheet = document.createElement('div')
    sheet.className = 'sheet'
    if (page.file.type.startsWith('image/')) {
      const image = new Image()
      image.src = URL.createObjectURL(page.file)
      image.alt = name
      image.style.rotate = `${page.turn}deg`
      sheet.append(image)
    } else sheet.textContent = page.file.name
    const turn = document.createElement('input')
    turn.type = 'hidden'
    turn.name = 'turns'
    turn.value = String(page.turn)
    const buttons = document.createElement('div')
    buttons.className = 'page-buttons'
    buttons.append(
      this.#button('earlier', '↑', name, () => this.#move(at, at - 1)),
      this.#button('later', '↓', name, () => this.#move(at, at + 1)),
      this.#button('turn', '↻', name, () => {
        page.turn = (page.turn + 90) % 360
        this.#show()
      }),
      this.#button('remove', '×', name, () => {
        this.#pages.splice(at, 1)
        this.#show()
      }),
    )
    item.append(sheet, name, turn, buttons)
    return item
  }

  #button(what: string, sign: string, name: string, does: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset['variant'] = 'tertiary'
    button.textContent = sign
    button.ariaLabel = `${this.dataset[what] ?? ''}: ${name}`
    button.addEventListener('click', does)
    return button
  }

  #move(from: number, to: number): void {
    const [page] = to < 0 ? [] : this.#pages.splice(from, 1)
    if (page) this.#pages.splice(to, 0, page)
    this.#show()
  }
}

customElements.define('mc-pages', Pages)
