/** The places of a sentence that its values fill, such as `amount` of `THB {amount} was paid.` */
export type PlacesOf<Text extends string> =
  Text extends `${string}{${infer Place}}${infer Rest}`
    ? Place | PlacesOf<Rest>
    : never

/** Puts values into the places of a sentence. */
export const fillIn = (
  text: string,
  values: Readonly<Record<string, string>>
): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place
  )
