import Testing

@testable import Gateway

/// What an archive's Error Comment (0000,0902) may tell a client (REQUIREMENTS D-33, G-20).
@Suite struct ErrorCommentTests {
    @Test(arguments: [
        ("Unknown move destination: GANTRY", "Unknown move destination: GANTRY"),
        ("Out of resources", "Out of resources"), ("Sub-operations failed", "Sub-operations failed"),
        ("Query/Retrieve level not supported.", "Query/Retrieve level not supported."),
        ("Failed to connect to DOE_JOHN", "Failed to connect to …"),
    ])
    func wordsOfFailurePass(comment: String, told: String) {
        #expect(ErrorComment.told(comment, titles: ["GANTRY"]) == told)
    }

    @Test(arguments: [
        "Patient Doe^John not found", "No match for PatientID 123-45-6789", "Müller, Jürgen (1958-02-29) unknown",
        "Accession A801 missing", "STUDY 1.2.840.113619.2.55.3 does not exist", "山田^太郎 not found", "Smith-Jones",
        "Green Young Long Price", "DOE not allowed", "not/DOE/found", "\u{1B}[31mred\u{7} failed",
        "GANTRY2 unknown", "doe", "john.doe@example.org", "1958", "O'Neill", "<script>alert(1)</script>",
    ])
    func nothingElseDoes(comment: String) {
        let told = ErrorComment.told(comment, titles: ["GANTRY"]) ?? ""
        let words = told.lowercased().split { !$0.isLetter && !$0.isNumber }
        let secrets = [
            "doe", "john", "123", "45", "6789", "1958", "02", "29", "müller", "jürgen", "a801", "1", "113619", "山田",
            "太郎",
            "smith", "jones", "green", "young", "long", "price", "gantry2", "neill", "script", "alert", "31mred",
        ]
        for secret in secrets {
            #expect(!words.contains(Substring(secret)), "\(told)")
        }
        #expect(told.unicodeScalars.allSatisfy { $0 == "…" || ("\u{20}"..."\u{7E}").contains($0) }, "\(told)")
        #expect(told.utf8.count <= 3 * 64)
    }

    @Test func whatHasNoKnownWordIsNotTold() {
        #expect(ErrorComment.told("Doe^John") == nil)
        #expect(ErrorComment.told("") == nil)
        #expect(ErrorComment.told(nil) == nil)
    }

    /// LO has 64 characters at most (PS3.5 §6.2): what is longer is cut.
    @Test func aLongCommentIsCut() {
        #expect((ErrorComment.told(String(repeating: "failed ", count: 1000)) ?? "").count <= 64)
    }
}
