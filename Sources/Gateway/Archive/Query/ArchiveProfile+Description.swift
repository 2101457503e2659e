import DICOM
import Logging

/// A profile for people: in the log once, and at `/archives/{archive}`.
extension ArchiveProfile {
    /// What is known, by the names that the configuration's `quirks` have for it; nil is what is not.
    private var values: [(name: String, value: String?)] {
        [
            ("model", informationModel?.rawValue.quotedAsJSON),
            ("extendedNegotiation", negotiation?.rawValue.quotedAsJSON),
        ] + Self.names.map { name, value in (name, self[keyPath: value].map { "\($0)" }) }
    }

    /// The names of what an archive does or does not do.
    static let names: [Named] =
        extensions + [
            ("get", \.get), ("move", \.move), ("withoutBulkData", \.withoutBulkData), ("cancel", \.cancel),
            ("namesMoveOriginator", \.namesMoveOriginator),
        ]

    func metadata(archive: String) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["archive": "\(archive)"]
        for (name, value) in values {
            if let value { metadata[name] = "\(value.filter { $0 != "\"" })" }
        }
        return metadata
    }

    /// A JSON object with a member for everything, null where nothing is known.
    fileprivate var json: String {
        var members = values.map { "\($0.name.quotedAsJSON):\($0.value ?? "null")" }
        members.append("\"retrieve\":\(retrieve?.rawValue.quotedAsJSON ?? "null")")
        let syntaxes = syntaxes.sorted { $0.key < $1.key }.map { sopClass, accepted in
            let list = accepted.sorted().map(\.rawValue.quotedAsJSON).joined(separator: ",")
            return "\(sopClass.rawValue.quotedAsJSON):[\(list)]"
        }
        members.append("\"transferSyntaxes\":{\(syntaxes.joined(separator: ","))}")
        return "{\(members.joined(separator: ","))}"
    }

    /// The names of what it says.
    fileprivate var known: [String] { values.filter { $0.value != nil }.map(\.name) }
}

extension DIMSEArchive {
    /// What is known of the archive, as JSON.
    package var description: String {
        let pinned = knowledge.pinned.known.map(\.quotedAsJSON).joined(separator: ",")
        let head = "\"name\":\(name.quotedAsJSON),\"isFoundOut\":\(knowledge.isFoundOut)"
        return "{\(head),\"profile\":\(knowledge.profile.json),\"pinned\":[\(pinned)]}"
    }
}
