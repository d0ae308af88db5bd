/** A control does not apply any more, such as failing a paid payment. The control API answers 409. */
export class StateConflict extends Error {
  constructor(message: string) {
    super(message)
    this.name = "StateConflict"
  }
}

/** A control names a payment, withdraw or delivery that does not exist. The control API answers 404. */
export class UnknownRecord extends Error {
  constructor(kind: string, key: string) {
    super(`no ${kind} ${key}`)
    this.name = "UnknownRecord"
  }
}
