import {
  defineMiddlewares,
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"

const coreHandler = errorHandler()

/** The merchant's own error handler. For a test that wants core's answer it steps aside. */
export default defineMiddlewares({
  errorHandler: (
    error: { code?: string; type?: string; message?: string },
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    switch (req.get("x-handler")) {
      case "own":
        res.status(418).json({ seen: error.code ?? null, says: error.message })
        return
      case "passing-on":
        res.status(500).json({
          code: error.code,
          type: error.type,
          message: error.message,
          ticket: "T-1",
        })
        return
      default:
        coreHandler(error, req, res, next)
    }
  },
})
