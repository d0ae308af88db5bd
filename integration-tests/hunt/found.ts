import type { Act } from "./act"

/** Sequences in which a hunt found a fault, as short as it could make them. */
export const FOUND: { title: string; acts: Act[] }[] = [
  {
    title: "a return of what was not paid leaves its QR payable",
    acts: [
      { do: "takeBack", of: 0, receive: true },
      { do: "claim", of: 0, for: "refund" },
    ],
  },
]
