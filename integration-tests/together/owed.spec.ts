import { oneMedusaFor } from "../setup/medusa-with-sandbox"
import groups from "./groups.json"

oneMedusaFor({}, groups.owed)
