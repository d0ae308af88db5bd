import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// The storage is global to the process: entities that an earlier file defined would be found twice.
MetadataStorage.clear()
