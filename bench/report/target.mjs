/**
 * @typedef {object} Figures
 * @property {number} ours
 * @property {number} [peer]
 */

/**
 * @typedef {object} Target
 * @property {string} text
 * @property {(figures: Figures) => boolean} isMet
 */

/**
 * Ours may be that many times the peer's.
 * @param {number} limit
 * @returns {Target}
 */
export const timesThePeer = (limit) => ({
  text: `≤ ${limit.toFixed(2)}×`,
  isMet: ({ ours, peer }) => peer !== undefined && ours <= limit * peer,
})

/**
 * Ours has to be that many times sooner than the peer's.
 * @param {number} factor
 * @returns {Target}
 */
export const timesSooner = (factor) => ({
  text: `≤ ${(1 / factor).toFixed(3)}× (${factor}× sooner)`,
  isMet: ({ ours, peer }) => peer !== undefined && ours * factor <= peer,
})

/**
 * Ours may be that much, whatever the peer's is.
 * @param {number} limit
 * @param {string} [unit]
 * @returns {Target}
 */
export const atMost = (limit, unit = "") => ({
  text: `≤ ${limit} ${unit}`.trimEnd(),
  isMet: ({ ours }) => ours <= limit,
})

/**
 * Ours has to be at least that part of the peer's.
 * @param {number} part
 * @returns {Target}
 */
export const ofThePeer = (part) => ({
  text: `≥ ${part.toFixed(2)}×`,
  isMet: ({ ours, peer }) => peer !== undefined && ours >= part * peer,
})
