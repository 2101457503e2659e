/// How a rendered resource is asked to look (PS3.18 §8.3.5).
package struct RenderingQuery: Hashable, Sendable {
    /// The width and height to fit into, and the part of the image to show (PS3.18 §8.3.5.1.3).
    package struct Viewport: Hashable, Sendable {
        package var width: Int
        package var height: Int
        /// The left top corner of the source region, in pixels from zero.
        package var sourceX: Double
        package var sourceY: Double
        /// The region's size in pixels, to the image's edge when nil; negative where the picture is flipped.
        package var sourceWidth: Double?
        package var sourceHeight: Double?
    }

    /// A window (PS3.18 §8.3.5.1.4).
    package struct Window: Hashable, Sendable {
        /// PS3.3 §C.11.2.1.2 and §C.11.2.1.3.
        package enum Function: String, Hashable, Sendable {
            case linear
            case linearExact = "linear-exact"
            case sigmoid
        }

        package var center: Double
        package var width: Double
        package var function: Function
    }

    /// What is written or drawn upon the picture (PS3.18 §8.3.5.1.1).
    package enum Annotation: String, CaseIterable, Hashable, Sendable {
        /// Who it is of.
        case patient
        /// How it was made.
        case technique
        /// The image's own overlay planes (PS3.3 §C.9.2): a keyword beside the standard's two.
        case overlay
    }

    /// The colour space that a picture is to be in, and whether it says so (PS3.18 §8.3.5.1.5).
    package enum ICCProfile: String, CaseIterable, Hashable, Sendable {
        case no
        /// The image's own, or the one that is usual for its kind.
        case yes
        case srgb
        case adobergb
        case rommrgb
    }

    /// The largest width or height of a viewport.
    package static let maximumSide = 32_768

    package var window: Window?
    package var viewport: Viewport?
    /// Of JPEG, 1 to 100 (PS3.18 §8.3.5.1.2).
    package var quality: Int?
    package var annotations: Set<Annotation> = []
    package var iccProfile: ICCProfile?
    /// The `accept` parameter, for ``Accept``.
    package var accept: String?
    /// What was asked for and is not done: texts for Warning fields (PS3.18 §8.3.5.1.1).
    package private(set) var warnings: [String] = []

    /// Reads the parameters; unknown ones are ignored (PS3.18 §8.3).
    ///
    /// - Parameters:
    ///   - parameters: of the request's query.
    ///   - isThumbnail: only the size of the viewport may be given (PS3.18 §8.3.5.2).
    /// - Throws: `badRequest` for a known parameter with an invalid value.
    package init(_ parameters: QueryParameters, isThumbnail: Bool = false) throws(WebError) {
        accept = try parameters.value("accept")
        viewport = try parameters.value("viewport").map(Viewport.init)
        if isThumbnail {
            guard viewport?.isWholeImage ?? true else { throw .badRequest("viewport of a thumbnail is width,height") }
            return
        }
        window = try parameters.value("window").map(Window.init)
        quality = try parameters.value("quality").map { text throws(WebError) in try Self.quality(text) }
        try readAnnotation(parameters)
        try readICCProfile(parameters)
    }

    static func quality(_ text: String, named name: String = "quality") throws(WebError) -> Int {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let quality = Int(text),
            (1...100).contains(quality)
        else { throw .badRequest("\(name) is an integer from 1 to 100") }
        return quality
    }

    private mutating func readAnnotation(_ parameters: QueryParameters) throws(WebError) {
        guard let text = try parameters.value("annotation") else { return }
        try readAnnotation(text, named: "annotation")
    }

    /// Takes the keywords that are known, and warns of the others.
    mutating func readAnnotation(_ text: String, named name: String) throws(WebError) {
        let keywords = text.split(separator: ",", omittingEmptySubsequences: false)
        guard keywords.allSatisfy(MediaType.isToken) else {
            throw .badRequest("\(name) is a list of keywords, separated by commas")
        }
        annotations.formUnion(keywords.compactMap { Annotation(rawValue: String($0)) })
        let unknown = keywords.filter { Annotation(rawValue: String($0)) == nil }
        guard !unknown.isEmpty else { return }
        warnings.append("The following annotation values are not supported: " + unknown.joined(separator: ", "))
    }

    private mutating func readICCProfile(_ parameters: QueryParameters) throws(WebError) {
        guard let text = try parameters.value("iccprofile") else { return }
        guard let profile = ICCProfile(rawValue: text) else {
            throw .badRequest("iccprofile is one of no, yes, srgb, adobergb, rommrgb")
        }
        iccProfile = profile
    }
}

extension RenderingQuery.Viewport {
    /// True when no part of the image was picked.
    package var isWholeImage: Bool { sourceX == 0 && sourceY == 0 && sourceWidth == nil && sourceHeight == nil }

    /// Reads `vw,vh[,sx[,sy[,sw[,sh]]]]`; inner values may be left out, keeping their commas, and not the last.
    fileprivate init(_ text: String) throws(WebError) {
        let malformed = WebError.badRequest("viewport is vw,vh[,sx[,sy[,sw[,sh]]]]")
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard (2...6).contains(fields.count), let last = fields.last, !last.isEmpty else { throw malformed }
        guard let width = Self.side(fields[0]), let height = Self.side(fields[1]) else {
            throw .badRequest(
                "viewport's width and height are integers from 1 to \(RenderingQuery.maximumSide)"
            )
        }
        var source: [Double?] = []
        for field in fields.dropFirst(2) {
            guard !field.isEmpty else {
                source.append(nil)
                continue
            }
            guard let number = Double(decimal: field) else { throw malformed }
            source.append(number)
        }
        source += Array(repeating: nil, count: 4 - source.count)
        self.init(
            width: width,
            height: height,
            sourceX: source[0] ?? 0,
            sourceY: source[1] ?? 0,
            sourceWidth: source[2],
            sourceHeight: source[3]
        )
        guard sourceX >= 0, sourceY >= 0, sourceWidth != 0, sourceHeight != 0 else {
            throw .badRequest("viewport's region lies outside the image")
        }
    }

    private static func side(_ text: Substring) -> Int? {
        guard let side = Int(text), (1...RenderingQuery.maximumSide).contains(side) else { return nil }
        return side
    }
}

extension RenderingQuery.Window {
    /// Reads `center,width,function`, all of them.
    fileprivate init(_ text: String) throws(WebError) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3, let center = Double(decimal: fields[0]), let width = Double(decimal: fields[1]) else {
            throw .badRequest("window is center,width,function")
        }
        guard let function = Function(rawValue: String(fields[2])) else {
            throw .badRequest("window's function is one of linear, linear-exact, sigmoid")
        }
        guard function == .linear ? width >= 1 : width > 0 else {
            throw .badRequest("window's width is at least 1 if linear, else more than 0")
        }
        self.init(center: center, width: width, function: function)
    }
}

extension Double {
    /// A finite decimal number: digits with a sign, a point and an exponent, and nothing else that Swift would read.
    init?(decimal text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        self = number
    }
}
