/** A value's type after it has traveled as JSON. */
export type Json<T> = T extends Date
  ? string
  : T extends object
    ? { [K in keyof T]: Json<T[K]> }
    : T
