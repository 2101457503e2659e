import Gateway
import Testing

@Suite struct ConsoleTests {
    private static let files = ["/", "/console.css", "/console.js"]

    @Test func thePageNeedsNothingFromElsewhere() async throws {
        try await withGateway { port in
            for file in Self.files {
                let response = try await RawResponse.request(file, port: port)
                #expect(response.status == 200)
                #expect(response.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
                #expect(!response.body.contains("://"), "\(file)")
            }
        }
    }

    /// A patient's name may hold `<script>`: nothing of a data set may be parsed as HTML.
    @Test func theScriptMakesNoHTMLOfText() async throws {
        try await withGateway { port in
            let script = try await RawResponse.request("/console.js", port: port).body
            for maker in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval("] {
                #expect(!script.contains(maker))
            }
        }
    }

    @Test func thePageHasNothingInline() async throws {
        try await withGateway { port in
            let page = try await RawResponse.request("/", port: port).body
            #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("onclick"))
            #expect(page.contains("<script src=\"console.js\" defer></script>"))
        }
    }
}
