import type { MedusaContainer, ModuleExports } from "@medusajs/framework/types"
import { Module } from "@medusajs/framework/utils"
import checkConfig from "./loaders/check-config"
import One2PaysModuleService from "./service"

export const ONE2PAYS_MODULE = "one2pays"

// The inferred type spells out both tables for `defineLink`, and the compiler cannot write it down.
const one2paysModule: ModuleExports<typeof One2PaysModuleService> = Module(
  ONE2PAYS_MODULE,
  {
    service: One2PaysModuleService,
    loaders: [checkConfig],
  }
)

export default one2paysModule

/** Resolves the module's service from a container of Medusa's. */
export const one2paysOf = (container: MedusaContainer): One2PaysModuleService =>
  container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)

export type { One2PaysModuleService }
export type { One2PaysOptions } from "./config/options"
export type { One2PaysEvents } from "./events"
