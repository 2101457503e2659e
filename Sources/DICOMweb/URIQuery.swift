package import DICOM

/// What the parameters of a WADO-URI request ask for (PS3.18 §9.1.2, §9.4.1.2, §9.5.1.2).
package struct URIQuery: Hashable, Sendable {
    /// The part of the image to show, as fractions of its width and height (PS3.18 §9.5.1.2.6).
    package struct Region: Hashable, Sendable {
        package var left: Double
        package var top: Double
        package var right: Double
        package var bottom: Double
    }

    /// The presentation state through which the image is to be seen (PS3.18 §9.5.1.2.9).
    package struct PresentationState: Hashable, Sendable {
        package var series: UID
        package var instance: UID
    }

    /// What the response holds.
    package enum Transaction: Hashable, Sendable {
        /// The instance as a Part 10 file; the transfer syntaxes in order of preference, `*` as stored, none the default.
        case dicom([String])
        case rendered
    }

    /// The instance.
    package let scope: Scope
    /// The value of `contentType`; nil leaves the choice to the Accept header.
    package private(set) var contentType: String?
    package private(set) var transaction = Transaction.rendered
    /// Annotation, quality, window, and warnings; it has no viewport.
    package private(set) var rendering: RenderingQuery
    /// What the picture is to fit in; one of them may be missing.
    package private(set) var rows: Int?
    package private(set) var columns: Int?
    package private(set) var region: Region?
    /// From 1.
    package private(set) var frame: Int?
    package private(set) var presentationState: PresentationState?

    /// Reads the parameters; names are case-sensitive, their order is free, unknown ones are ignored (PS3.18 §9.1.2.1).
    ///
    /// - Throws: `badRequest` for a missing, repeated or invalid parameter and for those that exclude each other;
    ///   `notAcceptable` for a transfer syntax in which nothing leaves; `notImplemented` for `anonymize`, which is
    ///   never ignored.
    package init(_ parameters: QueryParameters) throws(WebError) {
        guard try parameters.value("requestType") == "WADO" else { throw .badRequest("requestType is WADO") }
        scope = .instance(
            study: try Self.uid("studyUID", in: parameters),
            series: try Self.uid("seriesUID", in: parameters),
            instance: try Self.uid("objectUID", in: parameters)
        )
        rendering = try RenderingQuery(QueryParameters(""))
        try refuseAnonymization(parameters)
        try readContentType(parameters)
        try readRendering(parameters)
        try readPresentationState(parameters)
        try readTransferSyntax(parameters)
    }
}

extension URIQuery {
    private static func uid(_ name: String, in parameters: QueryParameters) throws(WebError) -> UID {
        guard let uid = try optionalUID(name, in: parameters) else { throw .badRequest("\(name) is missing") }
        return uid
    }

    private static func optionalUID(_ name: String, in parameters: QueryParameters) throws(WebError) -> UID? {
        guard let text = try parameters.value(name) else { return nil }
        guard let uid = UID(validating: text), text.contains(where: { $0 != "." }) else {
            throw .badRequest("\(name) is no UID")
        }
        return uid
    }

    private func refuseAnonymization(_ parameters: QueryParameters) throws(WebError) {
        guard let text = try parameters.value("anonymize") else { return }
        guard text == "yes" else { throw .badRequest("anonymize is yes") }
        throw .notImplemented("this gateway does not anonymize")
    }

    /// Media types alone: a transfer syntax and a character set have parameters of their own (PS3.18 §9.1.2.2.1).
    private mutating func readContentType(_ parameters: QueryParameters) throws(WebError) {
        contentType = try parameters.value("contentType")
        guard let contentType else { return }
        let types = HeaderList.split(contentType, at: ",").map { MediaType($0) }
        guard !types.isEmpty else { throw .badRequest("contentType is a list of media types") }
        for type in types {
            guard let type, type.type != "*", type.subtype != "*", type.type != "multipart" else {
                throw .badRequest("contentType is a list of media types of single parts")
            }
            guard type["transfer-syntax"] == nil, type["charset"] == nil else {
                throw .badRequest("contentType's media types have neither transfer-syntax nor charset")
            }
        }
        if types.first??.isSameType(as: .dicom) == true { transaction = .dicom([]) }
    }

    private mutating func readRendering(_ parameters: QueryParameters) throws(WebError) {
        for name in ["annotation", "imageAnnotation"] {
            if let text = try parameters.value(name) { try rendering.readAnnotation(text, named: name) }
        }
        if let text = try parameters.value("imageQuality") {
            rendering.quality = try RenderingQuery.quality(text, named: "imageQuality")
        }
        rows = try Self.count("rows", in: parameters, upTo: RenderingQuery.maximumSide)
        columns = try Self.count("columns", in: parameters, upTo: RenderingQuery.maximumSide)
        frame = try Self.count("frameNumber", in: parameters, upTo: .max)
        region = try parameters.value("region").map(Region.init)
        rendering.window = try Self.window(parameters)
        if rendering.window != nil, transaction != .rendered {
            throw .badRequest("windowCenter and windowWidth are not for application/dicom")
        }
    }

    private static func count(
        _ name: String,
        in parameters: QueryParameters,
        upTo maximum: Int
    ) throws(WebError) -> Int? {
        guard let text = try parameters.value(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0, count <= maximum
        else { throw .badRequest("\(name) is a number from 1") }
        return count
    }

    private static func window(_ parameters: QueryParameters) throws(WebError) -> RenderingQuery.Window? {
        let center = try decimal("windowCenter", in: parameters)
        let width = try decimal("windowWidth", in: parameters)
        if center == nil, width == nil { return nil }
        guard let center, let width else { throw .badRequest("windowCenter and windowWidth are given together") }
        guard width >= 1 else { throw .badRequest("windowWidth is at least 1") }
        return RenderingQuery.Window(center: center, width: width, function: .linear)
    }

    private static func decimal(_ name: String, in parameters: QueryParameters) throws(WebError) -> Double? {
        guard let text = try parameters.value(name) else { return nil }
        guard let number = Double(decimal: text) else { throw .badRequest("\(name) is a decimal number") }
        return number
    }

    /// Beside it only annotation, quality, region and viewport may stand (PS3.18 §9.5.1.2.9).
    private mutating func readPresentationState(_ parameters: QueryParameters) throws(WebError) {
        let series = try Self.optionalUID("presentationSeriesUID", in: parameters)
        let instance = try Self.optionalUID("presentationUID", in: parameters)
        if series == nil, instance == nil { return }
        guard let series, let instance else {
            throw .badRequest("presentationSeriesUID and presentationUID are given together")
        }
        guard rendering.window == nil else {
            throw .badRequest("a presentation state has the window: windowCenter and windowWidth are not given with it")
        }
        guard frame == nil else { throw .badRequest("frameNumber is not given with a presentation state") }
        guard transaction == .rendered else {
            throw .badRequest("a presentation state is not for application/dicom")
        }
        presentationState = PresentationState(series: series, instance: instance)
    }

    /// A list, though §9.4.1.2.3 knows only one: §8.7.3.6 does.
    private mutating func readTransferSyntax(_ parameters: QueryParameters) throws(WebError) {
        guard let text = try parameters.value("transferSyntax") else { return }
        let syntaxes = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingWhitespace() }
        guard syntaxes.allSatisfy({ $0 == "*" || UID(validating: $0) != nil }) else {
            throw .badRequest("transferSyntax is the UID of a transfer syntax")
        }
        guard case .dicom = transaction else { return }
        let leaving = syntaxes.filter { !Self.neverSent.contains(TransferSyntax(UID(rawValue: $0))) }
        guard !leaving.isEmpty else { throw .notAcceptable([.dicom]) }
        transaction = .dicom(leaving)
    }

    /// PS3.18 §8.7.3.
    private static let neverSent: [TransferSyntax] = [.implicitVRLittleEndian, .explicitVRBigEndian]
}

extension URIQuery.Region {
    /// Reads `xmin,ymin,xmax,ymax`, each from 0 to 1.
    fileprivate init(_ text: String) throws(WebError) {
        var numbers: [Double] = []
        for field in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Double(decimal: field), (0...1).contains(number) else { break }
            numbers.append(number)
        }
        guard numbers.count == 4, text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 3,
            numbers[0] < numbers[2], numbers[1] < numbers[3]
        else { throw .badRequest("region is xmin,ymin,xmax,ymax, from 0 to 1, the least before the greatest") }
        self.init(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    }
}

extension URIQuery {
    /// What the client takes of an instance as a Part 10 file; nil of the rendered transaction.
    package var acceptedInstance: Accept? {
        guard case .dicom(let syntaxes) = transaction else { return nil }
        let range = syntaxes.reduce(MediaType.dicom) { $0.with("transfer-syntax", $1) }
        return Accept(header: range.description)
    }
}
