import type { HttpTypes } from "@medusajs/framework/types"

export type Cart = HttpTypes.StoreCart
export type CartLine = HttpTypes.StoreCartLineItem
export type Customer = HttpTypes.StoreCustomer
export type Order = HttpTypes.StoreOrder
export type Product = HttpTypes.StoreProduct
export type Region = HttpTypes.StoreRegion
