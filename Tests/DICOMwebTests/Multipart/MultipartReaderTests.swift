import NIOCore
import Testing

@testable import DICOMweb

/// What a whole payload came to.
struct Parsed: Hashable {
    struct Part: Hashable {
        var headers: [PartHeaders.Field] = []
        var body: [UInt8] = []
        var isComplete = false
    }

    var parts: [Part] = []
    var isEnded = false

    /// Feeds the chunks, and refuses an order of events that no payload can have.
    init(_ chunks: [[UInt8]], boundary: String = "b", limits: MultipartReader.Limits = .init()) throws {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        for chunk in chunks {
            for event in try reader.feed(ByteBuffer(bytes: chunk)) { take(event) }
        }
        try reader.finish()
    }

    private mutating func take(_ event: MultipartReader.Event) {
        #expect(!isEnded)
        switch event {
        case .part(let headers):
            #expect(parts.last?.isComplete ?? true)
            parts.append(Part(headers: headers.fields))
        case .body(let bytes):
            #expect(parts.last?.isComplete == false && bytes.readableBytes > 0)
            parts[parts.count - 1].body += Array(buffer: bytes)
        case .endOfPart: parts[parts.count - 1].isComplete = true
        case .end: isEnded = true
        }
    }

    var bodies: [String] { parts.map { String(decoding: $0.body, as: UTF8.self) } }
}

@Suite struct MultipartReaderTests {
    static let payloads: [(String, [String])] = [
        ("--b\r\nA: 1\r\n\r\nbody\r\n--b--", ["body"]),
        ("\r\n--b\r\nA: 1\r\n\r\nbody\r\n--b--\r\n", ["body"]),
        ("--b\r\nA: 1\r\n\r\none\r\n--b\r\nB: 2\r\n\r\ntwo\r\n--b--\r\nepilogue\r\n--b\r\n", ["one", "two"]),
        ("preamble\r\nof lines\n--b \t\r\nA: 1\r\n\r\nx\r\n--b--", ["x"]),
        ("a\n--b\r\n\r\nx\r\n--b--", ["x"]),
        ("--b\r\n\r\nno headers\r\n--b--", ["no headers"]),
        ("--b\r\nA: 1\r\n\r\n\r\n--b--", [""]),
        ("--b\r\nA: 1\r\n\r\n--b--", [""]),
        ("--b\r\n\r\n--b\r\n\r\n--b--", ["", ""]),
        ("--b--", []),
        ("--b\r\nA: 1\r\n\r\n\r\n\r\n--b--", ["\r\n"]),
        ("--b\r\nA: 1\r\n\r\nx\r\r\n--b--", ["x\r"]),
        ("--b\r\nA: 1\r\n\r\nx\n--b\r\n--b--", ["x\n--b"]),
        ("--b\r\nA: 1\r\n\r\nx\r\n--bb\r\ny\r\n--b--", ["x\r\n--bb\r\ny"]),
        ("--b\r\nA: 1\r\n\r\nx\r\n--b-\r\n--b--", ["x\r\n--b-"]),
        ("--b\r\nA: 1\r\n\r\nx\r\n--b \r\r\r\n\r\ny\r\n--b--", ["x", "y"]),
        ("--b\r\nA: 1\r\n\r\nx\r\n--b\t!\r\n--b--", ["x\r\n--b\t!"]),
        ("--b\r\nA: 1\r\n\r\n\r\n-\r\n--\r\n--\r\r\n--b--", ["\r\n-\r\n--\r\n--\r"]),
        ("--b\r\nA: 1\r\n\r\n--bx\r\n--b--", ["--bx"]),
        ("--b\nA: 1\n\nx\r\n--b--", ["x"]),
        ("--bx\n--b-\n--b\r\nA: 1\r\n\r\nx\r\n--b--", ["x"]),
        ("no line end --b\r\n\r\n--b\r\n\r\nx\r\n--b--", ["x"]),
    ]

    @Test(arguments: payloads)
    func readsAtEverySplit(_ payload: String, _ bodies: [String]) throws {
        let bytes = Array(payload.utf8)
        let whole = try Parsed([bytes])
        #expect(whole.bodies == bodies)
        #expect(whole.isEnded && whole.parts.allSatisfy(\.isComplete))
        for split in 0...bytes.count {
            #expect(try Parsed([Array(bytes[..<split]), Array(bytes[split...])]) == whole)
        }
        #expect(try Parsed(bytes.map { [$0] }) == whole)
    }

    @Test func readsAtEveryTwoSplits() throws {
        let bytes = Array("x\n--b\r\nA: 1\r\n\r\na\r\n--bb\r\n--b\r\n\r\n\r\n--b--".utf8)
        let whole = try Parsed([bytes])
        #expect(whole.bodies == ["a\r\n--bb", ""])
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [bytes[..<first], bytes[first..<second], bytes[second...]].map(Array.init)
                #expect(try Parsed(chunks) == whole)
            }
        }
    }

    @Test func headersAreRead() throws {
        let text =
            "--b\r\nContent-TYPE : application/dicom; transfer-syntax=1.2\r\ncontent-location:http://x/y\r\n"
            + "Folded: a\r\n\t b\r\n\r\nx\r\n--b--"
        var reader = try MultipartReader(boundary: "b")
        #expect(throws: WebError.self) { try reader.feed(ByteBuffer(string: text)) }
        reader = try MultipartReader(boundary: "b")
        let events = try reader.feed(ByteBuffer(string: text.replacing("TYPE :", with: "TYPE:")))
        guard case .part(let headers) = events.first else {
            Issue.record("no part")
            return
        }
        #expect(headers.contentType == MediaType("application", "dicom").with("transfer-syntax", "1.2"))
        #expect(headers.contentLocation == "http://x/y")
        #expect(headers["folded"] == "a b")
        #expect(headers["none"] == nil)
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\nA: 1\r\n\r\n", "--b\r\n\r\nx\r\n--b", "--b\r\n\r\nx\r\n--b-", "nothing",
    ])
    func aMissingEndIsTold(_ payload: String) {
        #expect { try Parsed([Array(payload.utf8)]) } throws: {
            if case .truncated = $0 as? WebError { true } else { false }
        }
    }

    @Test(arguments: ["", String(repeating: "b", count: 71), "a\r\nb", "a ", "a\u{7F}", "ü"])
    func refusesBoundaries(_ boundary: String) {
        #expect(throws: WebError.self) { try MultipartReader(boundary: boundary) }
    }

    @Test(arguments: ["b=_1", "a b", String(repeating: "b", count: 70), "'()+_,-./:=?"])
    func takesBoundaries(_ boundary: String) throws {
        let parsed = try Parsed([Array("--\(boundary)\r\n\r\nx\r\n--\(boundary)--".utf8)], boundary: boundary)
        #expect(parsed.bodies == ["x"])
    }

    @Test func limitsHold() throws {
        var limits = MultipartReader.Limits()
        (limits.headerLength, limits.headerCount, limits.partCount, limits.preambleLength) = (64, 2, 2, 16)
        let tooLong = "--b\r\nA: \(String(repeating: "x", count: 64))\r\n\r\n"
        let tooMany = "--b\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n"
        let tooManyParts = String(repeating: "\r\n--b\r\n\r\n", count: 3)
        for text in [tooLong, tooMany, tooManyParts] {
            #expect { try Parsed([Array(text.utf8)], limits: limits) } throws: {
                if case .contentTooLarge = $0 as? WebError { true } else { false }
            }
        }
        #expect { try Parsed([Array(String(repeating: "x", count: 17).utf8)], limits: limits) } throws: {
            if case .badRequest = $0 as? WebError { true } else { false }
        }
    }

    @Test func bodiesAreNotCopied() throws {
        var reader = try MultipartReader(boundary: "b")
        _ = try reader.feed(ByteBuffer(string: "--b\r\n\r\n"))
        let chunk = ByteBuffer(repeating: 7, count: 100_000)
        #expect(try reader.feed(chunk) == [.body(chunk)])
    }

    /// Bodies of little else than what delimiters are made of, in chunks of any size.
    @Test(arguments: 1...8)
    func randomPayloadsComeBack(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let alphabet = Array("\r\n--bx".utf8)
        for _ in 0..<300 {
            let boundary = "bb--b"
            let bodies = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let count = Int.random(in: 0...60, using: &random)
                return (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            }
            let delimiter = "\r\n--\(boundary)"
            guard !bodies.contains(where: { String(decoding: $0, as: UTF8.self).contains(delimiter) }) else { continue }
            var writer = MultipartWriter(rootType: .dicom, boundary: boundary)
            var payload: [UInt8] = []
            for body in bodies {
                payload += Array(buffer: writer.head(contentType: .dicom)) + body
            }
            payload += Array(buffer: writer.closing)
            let parsed = try Parsed(random.chunks(of: payload), boundary: boundary)
            #expect(parsed.parts.map(\.body) == bodies)
        }
    }

    @Test(arguments: 1...4)
    func noiseNeverTraps(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pieces = ["\r\n", "--b", "--", "A: 1", "\r\n\r\n", " ", "\n", "x", "\u{0}", ":", "ü"]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...20, using: &random)
            let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            // Refused or not: the same however it arrives.
            let whole = Result { try Parsed([bytes]) }
            let split = Result { try Parsed(random.chunks(of: bytes)) }
            #expect((try? whole.get()) == (try? split.get()))
        }
    }
}

/// Random numbers that are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    mutating func chunks(of bytes: [UInt8]) -> [[UInt8]] {
        var (chunks, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
        while !rest.isEmpty {
            let count = Int.random(in: 1...7, using: &self)
            chunks.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return chunks
    }
}
