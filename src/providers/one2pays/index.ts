import type { ModuleProviderExports } from "@medusajs/framework/types"
import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import One2PaysProviderService from "./service"

// The type is written down, since the inferred one names a package that is Medusa's dependency and not ours.
const one2paysProvider: ModuleProviderExports = ModuleProvider(
  Modules.PAYMENT,
  { services: [One2PaysProviderService] }
)

export default one2paysProvider
