/** Stands for an object that is there from `beforeAll` on, so that a spec can name it before. */
export const lazily = <T extends object>(find: () => T): T =>
  new Proxy({} as T, {
    get(_, name) {
      const found = find()
      const value: unknown = Reflect.get(found, name)
      return typeof value === "function" ? value.bind(found) : value
    },
  })
