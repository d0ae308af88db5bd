/** A control that does not apply any more, such as failing a payment that was paid. The control API answers it with 409. */
export class StateConflict extends Error {
  constructor(message: string) {
    super(message)
    this.name = "StateConflict"
  }
}

/** A control that names a payment, withdraw or delivery that is not there. The control API answers it with 404. */
export class UnknownRecord extends Error {
  constructor(kind: string, key: string) {
    super(`no ${kind} ${key}`)
    this.name = "UnknownRecord"
  }
}
