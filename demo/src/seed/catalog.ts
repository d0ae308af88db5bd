/** What the demo sells. Prices in THB: a round one, one with satang, one below 20, one above 10 000. */
export const CATALOG = [
  {
    handle: "doi-chang-coffee",
    title: "Doi Chang coffee, 250 g",
    description: "Arabica from Chiang Rai, roasted on Mondays.",
    price: 250,
  },
  {
    handle: "jasmine-rice",
    title: "Hom Mali rice, 5 kg",
    description: "Jasmine rice from Surin, this year's harvest.",
    price: 289.5,
  },
  {
    handle: "mango-strips",
    title: "Dried mango, one strip",
    description: "The smallest thing in the shop, to try a small payment with.",
    price: 19.99,
  },
  {
    handle: "silk-scarf",
    title: "Silk scarf from Surin",
    description: "Hand-woven, 180 × 60 cm.",
    price: 1290.5,
  },
  {
    handle: "celadon-set",
    title: "Celadon tea set",
    description: "A pot and four cups from Lamphun, crackle glaze.",
    price: 3450,
  },
  {
    handle: "teak-bench",
    title: "Garden bench of reclaimed teak",
    description: "For two people, or one and a dog.",
    price: 12900,
  },
]
