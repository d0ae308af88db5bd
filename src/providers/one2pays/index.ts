import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import One2PaysProviderService from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [One2PaysProviderService],
})
