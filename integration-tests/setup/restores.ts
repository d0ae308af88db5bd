let restores = 0

/** Tells those who keep something of the database that it is as it was after `beforeAll` again. */
export function databaseIsBack(): void {
  restores++
}

/** How often the database went back: another number is another test. */
export const countRestores = (): number => restores
