#!/usr/bin/env node
require("../.medusa/server/src/sandbox/cli.js")
