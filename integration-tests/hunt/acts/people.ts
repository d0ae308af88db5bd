import fc from "fast-check"
import { kind } from "../act"
import { oneOf } from "../one-of"
import { by, type By } from "../staff"

/** Keys and colleagues come and go. */
export const peopleActs = {
  makeKey: kind<{ by: By }>(3, { by }, ({ staff }, { by }) =>
    staff.makeKey(by)
  ),
  endKey: kind<{ key: "key" | "older key"; forGood: boolean }>(
    2,
    { key: oneOf("key", "older key"), forGood: fc.boolean() },
    ({ staff }, { key, forGood }) => staff.endKey(key, { forGood })
  ),
  leave: kind<{ who: "maker" | "checker" }>(
    1,
    { who: oneOf("maker", "checker") },
    ({ staff }, { who }) => staff.leave(who)
  ),
}
