/** As Medusa names the provider. In a file of its own, since whoever only buys need not load Medusa's workflows. */
export const PROVIDER_ID = "pp_one2pays_one2pays"
