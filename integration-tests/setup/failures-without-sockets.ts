import { AxiosError } from "axios"

// A jest worker reports a failed test as JSON. An error of axios leads to its socket, and the socket back to it: the
// worker would die of the report, and the run would hang without naming the test.
for (const name of ["config", "request", "response"]) {
  Object.defineProperty(AxiosError.prototype, name, {
    configurable: true,
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, {
        value,
        configurable: true,
        enumerable: false,
        writable: true,
      })
    },
  })
}
