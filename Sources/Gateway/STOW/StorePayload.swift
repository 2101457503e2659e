import DICOM
import DICOMweb
import Hummingbird
import NIOCore

/// How the body of a store request holds its instances (PS3.18 §10.5.4).
enum StorePayload {
    case single
    case multipart(boundary: String)

    /// - Throws: `unsupportedMediaType` unless the body is `application/dicom` or parts of that; `badRequest` for parts
    ///   without a boundary.
    init(contentType: String?) throws(WebError) {
        guard let contentType, let type = MediaType(contentType) else {
            throw .unsupportedMediaType("the request does not say what its body is")
        }
        if type.isSameType(as: .dicom) {
            self = .single
            return
        }
        let root = type["type"].flatMap { MediaType($0) }
        guard type.isSameType(as: .multipartRelated), root?.isSameType(as: .dicom) ?? true else {
            throw .unsupportedMediaType("a store takes application/dicom, or multipart/related with parts of that")
        }
        guard let boundary = type["boundary"] else { throw .badRequest("multipart/related without a boundary") }
        self = .multipart(boundary: boundary)
    }

    /// Takes the whole body into the spool, part by part.
    ///
    /// - Throws: `WebError` for a body that is not what the request says; `SpoolError`.
    func spool(_ body: RequestBody, by cache: InstanceCache) async throws -> [StorePart] {
        var receiver = PartReceiver(SpoolWriter(try await cache.makeFile()))
        switch self {
        case .single:
            receiver.begin(.dicom)
            for try await bytes in body {
                try receiver.take(bytes)
                try await cache.makeRoom()
            }
            receiver.end()
        case .multipart(let boundary):
            var reader = try MultipartReader(boundary: boundary)
            for try await bytes in body {
                for event in try reader.feed(bytes) {
                    try receiver.take(event)
                }
                try await cache.makeRoom()
            }
            try reader.finish()
        }
        guard !receiver.parts.isEmpty else { throw WebError.badRequest("there is nothing to store") }
        return receiver.parts
    }
}

/// Takes parts as they arrive: their bytes into the spool, their attributes into memory.
private struct PartReceiver: ~Copyable {
    private var writer: SpoolWriter
    private var decoder: FileDecoder?
    private var failure: DataError?
    private(set) var parts: [StorePart] = []

    init(_ writer: consuming SpoolWriter) {
        self.writer = writer
    }

    mutating func take(_ event: MultipartReader.Event) throws {
        switch event {
        case .part(let headers): begin(headers.contentType ?? .dicom)
        case .body(let bytes): try take(bytes)
        case .endOfPart: end()
        case .end: break
        }
    }

    /// - Parameter type: of the part; one that is not DICOM is read past.
    mutating func begin(_ type: MediaType) {
        decoder = type.isSameType(as: .dicom) ? FileDecoder(deferringAbove: StoredDataSet.deferralThreshold) : nil
        failure = nil
    }

    mutating func take(_ bytes: ByteBuffer) throws {
        guard decoder != nil, failure == nil else { return }
        try writer.append(bytes)
        do throws(DataError) {
            try decoder?.feed(bytes)
        } catch {
            failure = error
        }
    }

    mutating func end() {
        defer { decoder = nil }
        guard failure == nil, var file = decoder else { return refuse() }
        do {
            let dataSet = try file.finish()
            guard let syntax = file.transferSyntax, let offset = file.dataSetOffset else { return refuse() }
            let extent = writer.finishExtent(droppingFirst: offset)
            let content = StoredDataSet(
                dataSet,
                in: syntax.isDeflated ? try inflated(extent) : extent,
                as: syntax.isDeflated ? .explicitVRLittleEndian : syntax,
                pixelDataOffset: file.pixelDataOffset
            )
            parts.append(StorePart(dataSet, content, deflated: syntax.isDeflated ? extent : nil))
        } catch {
            refuse()
        }
    }

    /// A deflated data set is kept inflated too, for archives that do not take it deflated: so that large values can be
    /// found in it by their range.
    private mutating func inflated(_ extent: SpoolExtent) throws -> SpoolExtent {
        var inflater = try Inflater()
        for start in stride(from: 0, to: extent.count, by: StoredDataSet.chunk) {
            inflater.feed(try extent.read(start..<min(start + StoredDataSet.chunk, extent.count)))
            while let bytes = try inflater.next() {
                try writer.append(bytes)
            }
        }
        return writer.finishExtent()
    }

    private mutating func refuse() {
        writer.discard()
        parts.append(.unreadable)
    }
}

/// One part of a store request.
enum StorePart {
    case readable(Scope, OutgoingInstance)
    /// DICOM, without a UID that it needs; those that it has.
    case incomplete(sopClass: UID?, instance: UID?)
    case unreadable

    init(_ dataSet: DataSet, _ content: StoredDataSet, deflated: SpoolExtent?) {
        let valid = { (tag: Tag) in dataSet.uid(tag).flatMap { $0.isValid ? $0 : nil } }
        let (sopClass, instance) = (valid(.sopClassUID), valid(.sopInstanceUID))
        guard let sopClass, let instance, let study = valid(.studyInstanceUID), let series = valid(.seriesInstanceUID)
        else {
            self = .incomplete(sopClass: sopClass, instance: instance)
            return
        }
        self = .readable(
            .instance(study: study, series: series, instance: instance),
            OutgoingInstance(content: content, deflated: deflated, sopClass: sopClass, instance: instance)
        )
    }

    var scope: Scope? { if case .readable(let scope, _) = self { scope } else { nil } }

    var outgoing: OutgoingInstance? { if case .readable(_, let outgoing) = self { outgoing } else { nil } }

    /// True unless the path names another study.
    func isOf(_ study: Scope?) -> Bool { study == nil || scope.map { $0.study == study?.study } ?? false }

    /// What the answer says of a part that is not sent (PS3.18 §I.2).
    var refusal: StoreResponse.Outcome {
        switch self {
        case .readable(_, let outgoing):
            .failed(
                sopClass: outgoing.sopClass,
                instance: outgoing.instance,
                reason: FailureReason.dataSetMismatch
            )
        case .incomplete(let sopClass?, let instance?):
            .failed(sopClass: sopClass, instance: instance, reason: FailureReason.cannotUnderstand)
        case .incomplete, .unreadable: .unidentified(reason: FailureReason.cannotUnderstand)
        }
    }
}
