package import DICOM

/// What a path below the base URI names (PS3.18 §10.1, §10.3).
package enum Resource: Hashable, Sendable {
    /// `/studies`, `/studies/{study}/series` and the others that are searched. `/studies` takes stores too, and so
    /// does ``objects(_:)`` of a study.
    case search(SearchQuery.Level, study: UID?, series: UID?)
    /// The instances themselves: `/studies/{study}` and below.
    case objects(Scope)
    case metadata(Scope)
    case rendered(Scope)
    case thumbnail(Scope)
    /// All bulk values, or all pixel data, of the instances.
    case bulkData(Scope)
    case pixelData(Scope)
    /// Frames of an instance, counted from one, in the order in which they are asked for.
    case frames(Scope, [Int])
    case renderedFrames(Scope, [Int])
    case thumbnailFrames(Scope, [Int])
    /// One bulk value of an instance, by the BulkDataURI that its metadata gives.
    case bulkDataValue(Scope, AttributePath)
}

extension Resource {
    /// The most frames that one request may list.
    package static let maximumFrames = 65_536

    /// Reads a path below the base URI, still percent-encoded: `/studies/1.2.3/metadata`.
    ///
    /// - Throws: `badRequest` naming the segment when one that must be a UID, a frame list or an attribute is not;
    ///   `notFound` for all other paths. UIDs of 1 to 64 digits and full stops pass as they are, also with leading
    ///   zeros.
    package init(path: String) throws(WebError) {
        guard path.hasPrefix("/") else { throw .notFound("no such resource") }
        var segments: [String] = []
        for bytes in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            // What cannot be decoded is no UID and no name either: the grammar below refuses it.
            let segment = Substring(bytes)
            segments.append(PercentEncoding.decode(segment) ?? String(segment))
        }
        var reader = SegmentReader(segments[...])
        self = try reader.resource()
    }
}

/// Reads a path's segments from the first to the last.
private struct SegmentReader {
    private var rest: ArraySlice<String>

    init(_ segments: ArraySlice<String>) { rest = segments }

    mutating func resource() throws(WebError) -> Resource {
        switch rest.popFirst() {
        case "studies" where rest.isEmpty: return .search(.study, study: nil, series: nil)
        case "studies": return try study()
        case "series" where rest.isEmpty: return .search(.series, study: nil, series: nil)
        case "instances" where rest.isEmpty: return .search(.instance, study: nil, series: nil)
        default: throw .notFound("no such resource")
        }
    }

    private mutating func study() throws(WebError) -> Resource {
        let study = try uid("Study Instance UID")
        switch rest.first {
        case "series" where rest.count == 1: return .search(.series, study: study, series: nil)
        case "instances" where rest.count == 1: return .search(.instance, study: study, series: nil)
        case "series":
            rest.removeFirst()
            return try series(in: study)
        default: return try representation(of: .study(study))
        }
    }

    private mutating func series(in study: UID) throws(WebError) -> Resource {
        let series = try uid("Series Instance UID")
        switch rest.first {
        case "instances" where rest.count == 1: return .search(.instance, study: study, series: series)
        case "instances":
            rest.removeFirst()
            let instance = try uid("SOP Instance UID")
            return try part(of: .instance(study: study, series: series, instance: instance))
        default: return try representation(of: .series(study: study, series: series))
        }
    }

    /// What an instance has beside what all three levels have.
    private mutating func part(of instance: Scope) throws(WebError) -> Resource {
        switch rest.first {
        case "frames":
            rest.removeFirst()
            return try frames(of: instance)
        case "bulkdata" where rest.count > 1:
            guard let path = AttributePath(segments: rest.dropFirst()) else {
                throw .badRequest("bulkdata is not followed by tag[/item/tag]…")
            }
            return .bulkDataValue(instance, path)
        default: return try representation(of: instance)
        }
    }

    private mutating func frames(of instance: Scope) throws(WebError) -> Resource {
        let frames = try frameList()
        switch (rest.popFirst(), rest.isEmpty) {
        case (nil, _): return .frames(instance, frames)
        case ("rendered", true): return .renderedFrames(instance, frames)
        case ("thumbnail", true): return .thumbnailFrames(instance, frames)
        default: throw .notFound("no such resource of a frame")
        }
    }

    private mutating func representation(of scope: Scope) throws(WebError) -> Resource {
        switch (rest.popFirst(), rest.isEmpty) {
        case (nil, _): return .objects(scope)
        case ("metadata", true): return .metadata(scope)
        case ("rendered", true): return .rendered(scope)
        case ("thumbnail", true): return .thumbnail(scope)
        case ("bulkdata", true): return .bulkData(scope)
        case ("pixeldata", true): return .pixelData(scope)
        default: throw .notFound("no such resource")
        }
    }

    private mutating func uid(_ name: String) throws(WebError) -> UID {
        let text = rest.popFirst() ?? ""
        // Full stops alone are steps of a path rather than a UID.
        let isStep = text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        guard !isStep, let uid = UID(validating: text) else {
            throw .badRequest("\(name): a UID is 1 to \(UID.maximumLength) of the digits 0-9 and full stops")
        }
        return uid
    }

    /// PS3.18 §10.1.1, in any order.
    private mutating func frameList() throws(WebError) -> [Int] {
        let list = rest.popFirst() ?? ""
        var frames: [Int] = []
        for number in list.split(separator: ",", omittingEmptySubsequences: false) {
            let isDigits = !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isDigits, let frame = Int(number), frame > 0 else {
                throw .badRequest("the frame list: frames are numbers from 1, separated by commas")
            }
            guard frames.count < Resource.maximumFrames else {
                throw .contentTooLarge("more than \(Resource.maximumFrames) frames are asked for")
            }
            frames.append(frame)
        }
        return frames
    }
}
