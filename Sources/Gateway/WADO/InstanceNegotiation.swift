import DICOM
import DICOMweb
import Pixels

/// In which transfer syntax each instance goes to a client, who may take several (PS3.18 §8.7.8.1).
struct InstanceNegotiation: Sendable {
    let accept: Accept
    /// Whether the resource is exactly one instance.
    let isSingle: Bool

    /// True of who does not take Explicit VR Little Endian, which nearly every instance can be had in.
    var isSelective: Bool {
        accept.chosen(
            among: Offer.instance(stored: .explicitVRLittleEndian, isDecodable: true, isSingle: isSingle)
        ) == nil
    }

    /// - Throws: `WebError` 406 with what the instance can be had in.
    func choice(for instance: CachedInstance) throws -> Accept.Choice {
        if let choice = try chosen(for: instance) { return choice }
        return try accept.choose(among: offers(instance, targets: targets(instance)))
    }

    /// Nil when nothing that the client takes can be had of it.
    func chosen(for instance: CachedInstance) throws -> Accept.Choice? {
        // What has to be made is offered to who names it, and looking it up takes the header.
        let targets = accept.names(anyOf: Encoder.syntaxes) ? try targets(instance) : []
        return accept.chosen(among: offers(instance, targets: targets))
    }

    /// Why nothing of the instance was acceptable, with what would have been.
    func refusal(of instance: CachedInstance) throws -> WebError {
        .notAcceptable(Offer.mediaTypes(of: offers(instance, targets: try targets(instance))))
    }

    private func targets(_ instance: CachedInstance) throws -> [TransferSyntax] {
        instance.content.hasPixels ? try FrameSource(instance).targets : []
    }

    private func offers(_ instance: CachedInstance, targets: [TransferSyntax]) -> [Offer] {
        let content = instance.content
        return Offer.instance(
            stored: content.outgoingSyntax,
            isDecodable: !content.hasPixels || Codec.isSupported(content.transferSyntax),
            isLossy: content.transferSyntax.isLossy,
            targets: targets,
            isSingle: isSingle
        )
    }
}

extension Accept.Choice {
    /// That of an offer of an instance, which always has one.
    var syntax: TransferSyntax { offer.transferSyntax ?? .explicitVRLittleEndian }
}
