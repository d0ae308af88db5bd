import { fileURLToPath } from "node:url"
import { defineConfig } from "vite"

const here = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  root: here,
  build: { outDir: "dist", emptyOutDir: true },
  esbuild: { jsx: "automatic" },
})
