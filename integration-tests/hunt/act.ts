import fc from "fast-check"
import type { World } from "./world"

/** One step of a sequence, as plain data: what a failed hunt prints is what a spec plays again. */
export interface Act {
  /** The name of the kind of act. */
  do: string
  [argument: string]: unknown
}

/** All that can be done of one kind: how chance draws one, and how the world carries it out. */
export interface ActKind {
  /** How often it is drawn beside the others. */
  weight: number
  draw(name: string): fc.Arbitrary<Act>
  carryOut(world: World, act: Act): Promise<unknown>
}

/**
 * A kind of act.
 *
 * @param carryOut throws when Medusa, the plugin or the gateway refuses it, which is a part of the game
 */
export const kind = <Arguments extends object>(
  weight: number,
  args: { [Name in keyof Arguments]: fc.Arbitrary<Arguments[Name]> },
  carryOut: (world: World, args: Arguments) => unknown
): ActKind => ({
  weight,
  draw: (name) =>
    fc.record({
      do: fc.constant(name),
      ...(args as Record<string, fc.Arbitrary<unknown>>),
    }),
  carryOut: async (world, act) => carryOut(world, act as unknown as Arguments),
})

/** The customer whose order it is about: the first one far more often. */
export const of = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) }
)

/** The place of a payment, a collection or a withdraw of an order, the newest first. */
export const nth = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(2) }
)
