import FoundationEssentials
import Testing

@testable import DICOM

/// `docs/conformance.md` and the code are held together from both sides.
@Suite struct ConformanceStatementTests {
    /// The rows of the tables of UIDs and of defined terms, each as its cells.
    private static func rows(under heading: String) throws -> [[String]] {
        let url = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/conformance.md")
        let text = try String(contentsOfFile: url.path, encoding: .utf8)
        let section = try #require(text.split(separator: "\n## ").first { $0.hasPrefix(heading) }, "\(heading)")
        return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        }
    }

    @Test func theStorageClassesAreThoseThatAreKnown() throws {
        let kinds = StorageSOPClass.all.map { sopClass in
            let kind = sopClass.isImage ? "image" : sopClass.hasPixelData ? "Pixel Data" : "none"
            return [sopClass.uid.rawValue, sopClass.name + (sopClass.isRetired ? " (retired)" : ""), kind]
        }
        #expect(try Self.rows(under: "Storage SOP classes") == kinds)
    }

    @Test func theTransferSyntaxesAreThoseThatAreKnown() throws {
        let syntaxes = TransferSyntax.all.map { [$0.uid.rawValue, $0.name] }
        #expect(try Self.rows(under: "Transfer syntaxes").map { Array($0.prefix(2)) } == syntaxes)
    }

    @Test func theCharacterSetsAreThoseThatAreKnown() throws {
        let terms = CharacterSet.termsWithoutExtension + CharacterSet.termsWithExtension
        let rows = try Self.rows(under: "Character sets")
        #expect(rows.map(\.first) == terms)
        // Each means something: none falls back to the default repertoire, but for that itself.
        for term in terms where !term.hasSuffix("IR 6") {
            #expect(CharacterSet(terms: [term]).repertoire != CharacterSet.default.repertoire, "\(term)")
        }
    }
}
