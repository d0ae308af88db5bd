import fc from "fast-check"
import { kind } from "../act"
import { oneOf } from "../one-of"
import { killSender } from "../kill"

export const timeActs = {
  /** A minute passes, with the jobs at its end. */
  minute: kind(6, {}, (world) => world.minute()),
  /** So many minutes pass in which no job runs, as while the shop is down. */
  clockOn: kind<{ minutes: number }>(
    2,
    { minutes: oneOf(2, 12, 31, 61) },
    (world, { minutes }) => world.pass(minutes)
  ),
  /** The sender's next round. */
  send: kind(3, {}, ({ shop }) => shop.desk.send()),
  /** The process that sends dies in the middle of it. */
  kill: kind<{ arrived: boolean }>(
    3,
    { arrived: fc.boolean() },
    async (world, args) => {
      await world.sendable()
      await killSender(world.shop, args)
    }
  ),
}
