import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import {
  fieldProblem,
  renderMessage,
  staffCodeOf,
  staffMessage,
} from "../../../../messages"
import { one2paysOf } from "../../../../modules/one2pays"
import { isStorable } from "../../../../modules/one2pays/shared/storable"
import type {
  Decision,
  Refusal,
} from "../../../../modules/one2pays/withdraws/decide"
import { requestLocale } from "../../../support/language/request-locale"
import { renderWithdraw } from "./render-withdraw"

const IDS = fieldProblem("payout_ids")
const MOST = 500

/** The withdraws that a person decides about at once. */
export const payoutIds = z
  .array(z.string(IDS).min(1, IDS).max(255, IDS).refine(isStorable, IDS), IDS)
  .min(1, IDS)
  .max(MOST, IDS)

/** Answers with the withdraws that were decided about, and with the others: `code` and `message` say why. */
export async function answerDecision(
  req: MedusaRequest,
  res: MedusaResponse,
  { decided, refused }: Decision
): Promise<void> {
  const locale = requestLocale(req)
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.json({
    withdraws: decided.map((withdraw) =>
      renderWithdraw(withdraw, locale, isUnitProved)
    ),
    refused: refused.map(({ id, words }: Refusal) => ({
      id,
      code: words && staffCodeOf(words.key),
      message: renderMessage(
        words ?? staffMessage("no_withdraw", { id }),
        locale
      ),
    })),
  })
}
