import { kind, oneOf } from "../act"

export const timeActs = {
  /** A minute passes, with the jobs at its end. */
  minute: kind(5, {}, (world) => world.minute()),
  /** So many minutes pass in which no job runs, as while the shop is down. */
  clockOn: kind<{ minutes: number }>(
    2,
    { minutes: oneOf(2, 12, 31, 61) },
    (world, { minutes }) => world.pass(minutes)
  ),
}
