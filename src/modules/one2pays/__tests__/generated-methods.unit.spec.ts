import One2PaysModuleService from "../service"

const MODELS = [
  ...["GatewayState", "KeyMaker", "Movement", "OrderTurn", "Payment"],
  ...["SavedPayer", "WalletSnapshot", "WebhookEvent", "Withdraw"],
  ...["WithdrawEvent", "WithdrawNews"],
].map((name) => `One2pays${name}`)
const READABLE = /Payment$|Withdraw$|WithdrawEvent$/

const plural = (model: string) => (model.endsWith("s") ? model : `${model}s`)

const service = Object.create(One2PaysModuleService.prototype) as Record<
  string,
  () => Promise<unknown>
>

/** The methods that `MedusaService` generates write around the stores: they could make a payment paid. */
it.each(
  ["create", "update", "delete", "softDelete", "restore"].flatMap((act) =>
    MODELS.map((model) => act + plural(model))
  )
)("%s throws, and says where to go", async (name) => {
  await expect(service[name]!()).rejects.toThrow(
    `${name} would write around the plugin's rules. Use the doors of the module`
  )
})

it.each(
  MODELS.filter((model) => !READABLE.test(model)).flatMap((model) => [
    `retrieve${model}`,
    `list${plural(model)}`,
    `listAndCount${plural(model)}`,
  ])
)("%s throws too: its rows are nobody else's", async (name) => {
  await expect(service[name]!()).rejects.toThrow(
    `${name} would read what the plugin keeps to itself.`
  )
})

it.each(MODELS.filter((model) => READABLE.test(model)))(
  "%s is read under the name by which Query asks for it",
  (model) => {
    expect(One2PaysModuleService.prototype).toHaveProperty(`list${model}s`)
  }
)
