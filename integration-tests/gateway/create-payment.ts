import { randomUUID } from "node:crypto"

import type { CreatePayment, CreateWithdraw } from "../../src/gateway"
import { secret } from "../setup/secrets"

export const ACCOUNT_NUMBER = secret("account number", "1234567890")
export const ACCOUNT_NAME = secret("name", "สมชาย Jaidee")

const beneficiary = {
  customerBankAccountName: ACCOUNT_NAME,
  customerBankAccountNumber: ACCOUNT_NUMBER,
  customerBankCode: "004",
}

export function aPayment(
  overrides: Partial<CreatePayment> = {}
): CreatePayment {
  const referenceId = `order_${randomUUID()}`
  return {
    amount: "10.00",
    referenceId,
    paymentMethod: "promptpay",
    ...beneficiary,
    idempotencyKey: `key_${referenceId}`,
    ...overrides,
  }
}

export function aWithdraw(
  overrides: Partial<CreateWithdraw> = {}
): CreateWithdraw {
  const referenceId = `payout_${randomUUID()}`
  return {
    amount: "10.00",
    referenceId,
    ...beneficiary,
    idempotencyKey: `key_${referenceId}`,
    ...overrides,
  }
}

/** The error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error("The call succeeded")
    },
    (error: unknown) => error
  )
}
