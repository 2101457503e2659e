import Testing

@testable import Gateway

@Suite struct AuthorityTests {
    @Test(arguments: ["a", "pacs.example.org", "10.0.0.7", "a-b_c.D9", "[::1]", "[fe80::1.2.3.4]"])
    func namesAndAddressesPassWithAndWithoutAPort(_ host: String) {
        #expect(Authority(host)?.namesPort == false)
        for port in ["1", "80", "65535", "99999"] { #expect(Authority("\(host):\(port)")?.namesPort == true) }
    }

    @Test(arguments: [
        "", ":80", "a:", "a:123456", "a:8x", "a:-1", "a b", "a/b", "a@b", "user@host:80", "a\r\nX: y", "[", "[]",
        "[::1",
        "[::g]", "[::1]80", "[::1]:", "::1", "a:80:90", "ä", "a%2F", "a:８０", "@", "{a}", "`a`",
    ])
    func whatCouldLeadElsewhereDoesNot(_ text: String) {
        #expect(Authority(text) == nil)
    }
}
