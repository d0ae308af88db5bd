import { balanceNumber, type AmountUnit } from "../wire/money"

export type WalletStatus = "active" | "frozen" | "closed"

export interface WalletRecord {
  walletSatang: number
  settlementSatang: number
  status: WalletStatus
}

/** The `data` of GET /api/v1/balance. */
export interface BalanceObject {
  walletBalance: number
  settlementBalance: number
  currency: "THB"
  status: WalletStatus
}

export function openingWallet(satang: number): WalletRecord {
  return { walletSatang: satang, settlementSatang: 0, status: "active" }
}

export function balanceObject(
  wallet: WalletRecord,
  unit: AmountUnit
): BalanceObject {
  return {
    walletBalance: balanceNumber(wallet.walletSatang, unit),
    settlementBalance: balanceNumber(wallet.settlementSatang, unit),
    currency: "THB",
    status: wallet.status,
  }
}
