import One2PaysModuleService from "../service"

const TABLES = [
  ...["GatewayStates", "Payments", "SavedPayers"],
  ...["WebhookEvents", "Withdraws", "WithdrawEvents"],
]

/** The methods that `MedusaService` generates write around the stores: they could make a payment paid. */
it.each(
  ["create", "update", "delete", "softDelete", "restore"].flatMap((act) =>
    TABLES.map((table) => `${act}${table}`)
  )
)("%s throws, and says where to go", async (name) => {
  const service = Object.create(One2PaysModuleService.prototype) as Record<
    string,
    () => Promise<unknown>
  >
  await expect(service[name]!()).rejects.toThrow(
    `${name} would write around the plugin's rules. Use the doors of the module`
  )
})

it("keeps the generated reads, which links and Query need", () => {
  expect(One2PaysModuleService.prototype).toHaveProperty("listPayments")
})
