// SPDX-License-Identifier: GPL-3.0-or-later

/// What programs may ask of a server, in OpenAPI's words. A test holds it against the routes.
enum OpenAPI {
    static var text: String { "\(document)" }

    private static let document: StaticString = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "skillmix",
            "version": "1",
            "license": { "name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later" },
            "description": "Weeks, and runs that plan them. Sign in with a key of your account's: Authorization: Bearer KEY."
          },
          "security": [ { "key": [] } ],
          "paths": {
            "/api/v1/openapi.json": {
              "get": { "summary": "This description", "responses": { "200": { "description": "OpenAPI" } } }
            },
            "/api/v1/weeks": {
              "get": {
                "summary": "Weeks, the latest first",
                "responses": {
                  "200": {
                    "description": "Weeks",
                    "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Week" } } } }
                  },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              }
            },
            "/api/v1/weeks/{week}/runs": {
              "parameters": [ { "name": "week", "in": "path", "required": true, "schema": { "type": "integer" } } ],
              "get": {
                "summary": "Runs of a week, the latest first",
                "responses": {
                  "200": {
                    "description": "Runs",
                    "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Run" } } } }
                  },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              },
              "post": {
                "summary": "Asks for a plan of the week",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/x-www-form-urlencoded": {
                      "schema": {
                        "type": "object",
                        "required": [ "seconds" ],
                        "properties": {
                          "seconds": { "type": "integer", "minimum": 1, "maximum": 3600 },
                          "from": { "type": "integer", "description": "The run whose plan it begins with" }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "202": { "description": "The run", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Run" } } } },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              }
            },
            "/api/v1/runs/{run}": {
              "parameters": [ { "name": "run", "in": "path", "required": true, "schema": { "type": "integer" } } ],
              "get": {
                "summary": "How far a run is",
                "responses": {
                  "200": { "description": "The run", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Run" } } } },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              },
              "delete": {
                "summary": "Asks a run to end with the best plan so far",
                "responses": {
                  "202": { "description": "The run", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Run" } } } },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              }
            },
            "/api/v1/runs/{run}/why": {
              "parameters": [
                { "name": "run", "in": "path", "required": true, "schema": { "type": "integer" } },
                { "name": "line", "in": "query", "schema": { "type": "string" }, "description": "A demand line" },
                { "name": "staff", "in": "query", "schema": { "type": "string" }, "description": "Somebody on the roster" }
              ],
              "get": {
                "summary": "Why a line is not met, or somebody is where they are; name one of the two",
                "responses": {
                  "200": {
                    "description": "The answer in sentences",
                    "content": { "application/json": { "schema": { "type": "object", "properties": { "sentences": { "type": "array", "items": { "type": "string" } } } } } }
                  },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              }
            }
          },
          "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
            "responses": {
              "Problem": {
                "description": "What is wrong, in a sentence",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
              }
            },
            "schemas": {
              "Problem": {
                "type": "object",
                "required": [ "title", "status" ],
                "properties": { "title": { "type": "string" }, "status": { "type": "integer" } }
              },
              "Week": {
                "type": "object",
                "required": [ "id", "name", "by", "version" ],
                "properties": {
                  "id": { "type": "integer" }, "name": { "type": "string" }, "by": { "type": "string" },
                  "version": { "type": "integer" }
                }
              },
              "Run": {
                "type": "object",
                "required": [ "id", "week", "kind", "state", "plan", "seconds", "askedBy", "outcome" ],
                "properties": {
                  "id": { "type": "integer" }, "week": { "type": "integer" },
                  "kind": { "enum": [ "allocate", "replan", "calls", "scenarios" ] },
                  "state": { "enum": [ "queued", "running", "done", "stopped", "failed" ] },
                  "plan": { "enum": [ "draft", "published", "frozen" ] },
                  "seconds": { "type": "integer" }, "askedBy": { "type": "string" }, "outcome": { "type": "string" },
                  "progress": {
                    "type": "object",
                    "properties": {
                      "seconds": { "type": "number" },
                      "objective": { "type": "number", "description": "The price of the best plan, in pounds" },
                      "bound": { "type": "number", "description": "Pounds that no plan is cheaper than" }
                    }
                  }
                }
              }
            }
          }
        }
        """#
}

extension Site {
    /// The description of what programs may ask.
    func openAPI() -> Answer {
        .file(Array(OpenAPI.text.utf8), type: "application/json")
    }
}
