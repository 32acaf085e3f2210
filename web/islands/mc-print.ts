/** Prints the paper that the link within leads to, without leaving the page; without script the link opens it. */
class Print extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#print)
  }

  #print = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.pdfViewerEnabled) return
    event.preventDefault()
    this.querySelector('iframe')?.remove()
    const frame = document.createElement('iframe')
    frame.className = 'print-frame'
    frame.title = link.textContent
    frame.addEventListener('load', () => {
      frame.contentWindow?.focus()
      frame.contentWindow?.print()
    })
    frame.src = link.href
    this.append(frame)
  }
}

customElements.define('mc-print', Print)
