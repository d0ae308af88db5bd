/** As Medusa names the provider. It has a file of its own, since a process that only buys need not load Medusa's workflows. */
export const PROVIDER_ID = "pp_one2pays_one2pays"
