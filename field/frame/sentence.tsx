/** All there is to say where the app cannot begin. */
export function Sentence({ title, text }: { title: string; text: string }) {
  return (
    <section class="field-home">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
    </section>
  )
}
