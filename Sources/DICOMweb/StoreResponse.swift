package import DICOM
package import NIOCore

/// What became of the instances of a store request: the Store Instances Response Module (PS3.18 §10.5.3, Annex I).
package struct StoreResponse: Sendable {
    /// What became of one part of the request.
    package enum Outcome: Hashable, Sendable {
        /// Stored, perhaps with a warning.
        case stored(sopClass: UID, instance: UID, warning: UInt16? = nil)
        case failed(sopClass: UID, instance: UID, reason: UInt16)
        /// Not stored, and it could not be told what it is.
        case unidentified(reason: UInt16)
    }

    /// The base URI, without a solidus at its end.
    private let root: String
    /// In the request's order.
    package private(set) var outcomes: [Outcome] = []
    private var studies: Set<UID> = []
    private var locations: [UID: String] = [:]

    package init(root: String) {
        self.root = root
    }

    /// Takes the outcome of the next part.
    ///
    /// - Parameter scope: where the instance can be retrieved, for its Retrieve URL.
    package mutating func append(_ outcome: Outcome, at scope: Scope? = nil) {
        outcomes.append(outcome)
        guard case .stored(_, let instance, _) = outcome, let scope else { return }
        studies.insert(scope.study)
        locations[instance] = root + scope.path
    }

    /// The study's URL when all that was stored is of one study: also for Location and Content-Location.
    package var studyURL: String? {
        guard studies.count == 1, let study = studies.first else { return nil }
        return root + Scope.study(study).path
    }
}

extension StoreResponse {
    /// The HTTP status (PS3.18 §10.5.3.1): 200 when all was stored, 202 when some was or with warnings, 409 when none
    /// was, 400 when there was nothing to store or no part could be understood.
    package var status: Int {
        let stored = outcomes.count { if case .stored = $0 { true } else { false } }
        let hasWarnings = outcomes.contains { if case .stored(_, _, .some) = $0 { true } else { false } }
        if stored > 0 { return stored == outcomes.count && !hasWarnings ? 200 : 202 }
        let isUnderstood = outcomes.contains { if case .failed = $0 { true } else { false } }
        return isUnderstood ? 409 : 400
    }

    /// The module (PS3.18 Table I.1-1).
    package var dataSet: DataSet {
        var module = DataSet()
        if let studyURL {
            module.set(.retrieveURL, .UR, studyURL)
        } else {
            module.setEmpty(.retrieveURL, .UR)
        }
        let sequences: [(Tag, (Outcome) -> DataSet?)] = [
            (.failedSOPSequence, failedItem), (.referencedSOPSequence, referencedItem),
            (.otherFailuresSequence, otherItem),
        ]
        for (tag, item) in sequences {
            let items = outcomes.compactMap(item)
            if !items.isEmpty { module.set(tag, items: items) }
        }
        return module
    }

    /// The module as one DICOM JSON object.
    package var json: ByteBuffer {
        var writer = JSONWriter()
        writer.write(dataSet)
        return writer.take()
    }

    private func failedItem(_ outcome: Outcome) -> DataSet? {
        guard case .failed(let sopClass, let instance, let reason) = outcome else { return nil }
        var item = DataSet.reference(sopClass, instance)
        item.set(.failureReason, .US, integers: Int(reason))
        return item
    }

    private func referencedItem(_ outcome: Outcome) -> DataSet? {
        guard case .stored(let sopClass, let instance, let warning) = outcome else { return nil }
        var item = DataSet.reference(sopClass, instance)
        if let location = locations[instance] {
            item.set(.retrieveURL, .UR, location)
        } else {
            item.setEmpty(.retrieveURL, .UR)
        }
        if let warning { item.set(.warningReason, .US, integers: Int(warning)) }
        return item
    }

    private func otherItem(_ outcome: Outcome) -> DataSet? {
        guard case .unidentified(let reason) = outcome else { return nil }
        var item = DataSet()
        item.set(.failureReason, .US, integers: Int(reason))
        return item
    }
}

extension StoreResponse.Outcome {
    /// What a C-STORE response means for the instance (PS3.18 §I.2, PS3.4 Table B.2-1): Bxxx stored it with a
    /// warning, all else but 0000 did not.
    ///
    /// - Parameter isRetry: whether the instance was sent before and that answer lost; then a duplicate is a success.
    package init(cStoreStatus status: UInt16, sopClass: UID, instance: UID, isRetry: Bool = false) {
        switch status {
        case 0x0000: self = .stored(sopClass: sopClass, instance: instance)
        case 0x0111 where isRetry: self = .stored(sopClass: sopClass, instance: instance)
        case 0xB000...0xBFFF: self = .stored(sopClass: sopClass, instance: instance, warning: status)
        default: self = .failed(sopClass: sopClass, instance: instance, reason: status)
        }
    }
}

/// The failure reasons that the gateway itself gives (PS3.18 Table I.2-2 and its neighbours).
package enum FailureReason {
    /// The association could not be had or was lost.
    package static let outOfResources: UInt16 = 0xA700
    /// The instance is not of the study that the request names.
    package static let dataSetMismatch: UInt16 = 0xA900
    /// What came cannot be read as DICOM, or has no UIDs.
    package static let cannotUnderstand: UInt16 = 0xC000
    package static let processingFailure: UInt16 = 0x0110
    /// The archive does not take the SOP class.
    package static let sopClassNotSupported: UInt16 = 0x0122
    /// The archive does not take the transfer syntax, nor one that the instance could be brought to.
    package static let transferSyntaxNotSupported: UInt16 = 0xC122
}

extension DataSet {
    fileprivate static func reference(_ sopClass: UID, _ instance: UID) -> DataSet {
        var item = DataSet()
        item.set(.referencedSOPClassUID, uid: sopClass)
        item.set(.referencedSOPInstanceUID, uid: instance)
        return item
    }
}
