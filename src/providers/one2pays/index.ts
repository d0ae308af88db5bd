import type { ModuleProviderExports } from "@medusajs/framework/types"
import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import One2PaysProviderService from "./service"

// Written down: the inferred type names a package that is Medusa's dependency and not ours.
const one2paysProvider: ModuleProviderExports = ModuleProvider(
  Modules.PAYMENT,
  { services: [One2PaysProviderService] }
)

export default one2paysProvider
