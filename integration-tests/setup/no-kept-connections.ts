import http from "node:http"

// A server closes a connection that was idle for five seconds. On a busy machine, a test's request may be on its way then.
http.globalAgent = new http.Agent({ keepAlive: false })
